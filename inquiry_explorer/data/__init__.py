"""The views of the Data page. They alone in the explorer use the loader beyond making the graph ready."""
