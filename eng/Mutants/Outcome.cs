namespace FmeTyped.Mutants;

internal enum Outcome
{
    /// <summary>All tests passed: nothing noticed the change.</summary>
    Survived,

    /// <summary>A test failed, or the test program ended by a crash.</summary>
    Killed,

    /// <summary>The tests took several times as long as usual and were ended. That counts as killed.</summary>
    TimedOut,

    /// <summary>It does not compile, so there was nothing to test.</summary>
    NotCompiled,
}
