"""What recurs, where, among whom and how surely: computed over cells, each figure with its base and its bounds."""
