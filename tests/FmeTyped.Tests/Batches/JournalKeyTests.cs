using System.Text;
using CsCheck;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>A key comes back from the journal as it went in, or its item is refused before anything is sent.</summary>
public sealed class JournalKeyTests
{
    private const string Half = "order \uD83D";

    private static readonly Gen<string> Key = Gen
        .OneOf(Gen.Char, Gen.Char['\uD800', '\uDFFF'], Gen.OneOfConst('a', 'A', 'e', '\u00E9', '\u0301', '\uFFFD', '\0', '\n', '"', '\\', ' '))
        .Array[0, 6]
        .Select(characters => new string(characters));

    private readonly EagerTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Any_keys_started_twice_make_one_job_for_each_that_is_not_refused() => Key.HashSet[1, 8].Sample(keys =>
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var disk = new MemoryStream();

        Dictionary<string, FmeBatchItem<AustinDownload>> first = Submit(fme, disk, [.. keys]);
        Dictionary<string, FmeBatchItem<AustinDownload>> second = Submit(fme, disk, [.. keys]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), first.Keys.Order(StringComparer.Ordinal));
        Assert.All(keys, key =>
        {
            bool isKept = IsUtf8(key);
            Assert.Equal(isKept ? FmeBatchOutcome.Submitted : FmeBatchOutcome.NotSubmitted, first[key].Outcome);
            Assert.Equal(isKept ? FmeBatchOutcome.Skipped : FmeBatchOutcome.NotSubmitted, second[key].Outcome);
            Assert.Equal(first[key].Job?.ToHandle(), second[key].Job?.ToHandle());
        });
        Assert.Equal(keys.Count(IsUtf8), server.Jobs.Count);
    });

    [Fact]
    public void Keys_that_look_alike_are_several()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var disk = new MemoryStream();
        string[] keys = ["\u00E9", "e\u0301", "\u00C9", "E\u0301", "\uFFFD", "", " ", "\u00A0", "a", "a\0", "a\u200B", "\uFB01", "fi", "\U0001F600", "0"];

        Submit(fme, disk, keys);

        Assert.All(Submit(fme, disk, keys).Values, item => Assert.Equal(FmeBatchOutcome.Skipped, item.Outcome));
        Assert.Equal(keys.Length, server.Jobs.Count);
    }

    public static TheoryData<string> Halves => [Half, "\uDE00 order", "\uDE00\uD83D"];

    [Theory]
    [MemberData(nameof(Halves), DisableDiscoveryEnumeration = true)]
    public void A_key_that_the_journal_cannot_hold_is_the_items_error(string key)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var disk = new MemoryStream();

        Dictionary<string, FmeBatchItem<AustinDownload>> items = Submit(fme, disk, ["order 1", key]);

        Assert.Equal(FmeBatchOutcome.Submitted, items["order 1"].Outcome);
        Assert.Equal(FmeBatchOutcome.NotSubmitted, items[key].Outcome);
        Assert.Contains(
            "key of item 1 contains an unpaired surrogate", Assert.IsType<InvalidOperationException>(items[key].Error).Message, StringComparison.Ordinal);
        Assert.Single(server.Jobs);
    }

    [Theory]
    [InlineData(100_000, FmeBatchOutcome.Submitted)]
    [InlineData(100_001, FmeBatchOutcome.NotSubmitted)]
    public void A_key_has_at_most_a_hundred_thousand_characters(int length, FmeBatchOutcome outcome)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var disk = new MemoryStream();

        Assert.Equal(outcome, Assert.Single(Submit(fme, disk, [new string('k', length)]).Values).Outcome);
    }

    [Fact]
    public async Task Without_a_journal_a_key_is_a_name_and_may_be_anything()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync([new AustinDownload()], new() { Key = _ => Half }, Token))
        {
            Assert.Equal(FmeBatchOutcome.Submitted, item.Outcome);
            Assert.Equal(Half, item.Key);
        }
    }

    public static TheoryData<string, FmeRunOptions> Names => new()
    {
        { "CorrelationKey", new() { CorrelationKey = Half } },
        { "Repository", new() { Repository = Half } },
        { "Workspace", new() { Workspace = Half } },
    };

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public async Task A_name_that_a_submission_could_not_be_found_by_is_refused_before_its_intent(string option, FmeRunOptions run)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var journal = new FmeBatchJournal(new MemoryStream());

        await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(
            [new AustinDownload()], new() { Journal = journal, RunOptions = _ => run }, Token))
        {
            Assert.Equal(FmeBatchOutcome.NotSubmitted, item.Outcome);
            Assert.StartsWith($"FmeRunOptions.{option} ", Assert.IsType<ArgumentException>(item.Error).Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, journal.Count);
        Assert.Empty(server.Lines);
    }

    private static bool IsUtf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    // Each start reads the journal anew.
    private static Dictionary<string, FmeBatchItem<AustinDownload>> Submit(FmeFlowClient fme, MemoryStream disk, string[] keys)
    {
        disk.Position = 0;
        var journal = new FmeBatchJournal(disk);
        var options = new FmeBatchOptions<AustinDownload> { Journal = journal, Key = order => keys[(int)order.Maxy!] };
        return fme.SubmitAllAsync(Enumerable.Range(0, keys.Length).Select(i => new AustinDownload { Maxy = i }), options, Token)
            .ToBlockingEnumerable(Token)
            .ToDictionary(item => item.Key, StringComparer.Ordinal);
    }
}
