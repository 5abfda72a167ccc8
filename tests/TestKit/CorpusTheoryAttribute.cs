using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace FmeTyped.TestKit;

/// <summary>A test of several cases that needs the <see cref="Corpus"/>: see <see cref="CorpusFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(CorpusTheoryDiscoverer))]
public sealed class CorpusTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : TheoryAttribute(file, line), ICorpusTest;

public sealed class CorpusTheoryDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Corpus.RunsTests ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
}
