"""From an edition to a Draft: references, sections, layout, assembly."""
