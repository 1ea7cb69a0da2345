// Floor: ClusterRuntime.
