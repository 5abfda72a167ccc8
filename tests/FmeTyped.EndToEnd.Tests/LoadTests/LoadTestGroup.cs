namespace FmeTyped.EndToEnd.Tests.LoadTests;

/// <summary>Tests that measure the memory of the process, and so have it to themselves.</summary>
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public sealed class LoadTestGroup;
