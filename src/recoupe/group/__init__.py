"""Which articles belong together: captures → articles → clusters that tell one story each."""

from recoupe.group.captures import merge_captures
from recoupe.group.stories import Cluster, group

__all__ = ["Cluster", "group", "merge_captures"]
