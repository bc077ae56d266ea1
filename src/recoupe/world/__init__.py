"""Facts of the world that many layers need: news agencies and outlets, with all the names they go by."""

from recoupe.world.agencies import Agency, agencies, agencies_in, find_agency
from recoupe.world.publishers import Outlet, find_outlet, outlet_of_domain, outlets

__all__ = ["Agency", "Outlet", "agencies", "agencies_in", "find_agency", "find_outlet", "outlet_of_domain", "outlets"]
