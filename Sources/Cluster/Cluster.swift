// Floor: Cluster.
