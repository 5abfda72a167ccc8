using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace FmeTyped.TestKit;

/// <summary>
/// A test that needs the <see cref="Corpus"/>. Without the corpus it is not found instead of skipped, since hundreds of tests would each print the
/// same message.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(CorpusFactDiscoverer))]
public sealed class CorpusFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line), ICorpusTest;

public sealed class CorpusFactDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Corpus.RunsTests ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
}
