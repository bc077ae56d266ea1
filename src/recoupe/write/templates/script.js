// Comfort only: the page says everything without it.
"use strict";
(function () {
  // Unfold what hides the words that a link leads to, and light up every piece of them.
  function show() {
    document.querySelectorAll(".lit").forEach(function (one) { one.classList.remove("lit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    target.scrollIntoView({ block: "center" });
    document.querySelectorAll('[data-of="' + CSS.escape(id) + '"]').forEach(function (one) { one.classList.add("lit"); });
  }
  addEventListener("hashchange", show);
  show();

  // Pointing at a mark of the table lights up its row and column.
  document.querySelectorAll("table.matrix").forEach(function (table) {
    table.addEventListener("mouseover", function (event) {
      var cell = event.target.closest("td.mark");
      table.querySelectorAll(".column").forEach(function (one) { one.classList.remove("column"); });
      if (!cell) return;
      Array.from(table.rows).forEach(function (row) {
        if (row.cells[cell.cellIndex]) row.cells[cell.cellIndex].classList.add("column");
      });
    });
  });

  // On paper what is folded is unfolded, but for the least of it: claims of one article stand in its text as well.
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("details:not([open]):not(.aside):not(.why):not(.lesser)"));
    folded.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () { folded.forEach(function (one) { one.open = false; }); });
})();
