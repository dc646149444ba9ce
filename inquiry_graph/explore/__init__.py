"""What Explore shows beside the graph itself: ways between nodes, when and where they belong, what they rest on."""
