"""Which articles belong together: articles → clusters that tell one story each."""

from recoupe.group.stories import Cluster, group

__all__ = ["Cluster", "group"]
