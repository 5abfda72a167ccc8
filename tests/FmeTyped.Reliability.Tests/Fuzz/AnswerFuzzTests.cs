using System.Collections.Concurrent;
using System.Globalization;
using FmeTyped.Reliability.Tests.Operations;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>
/// Every method of the client and of the administration, on servers of both versions, with answers that are nearly right. FMETYPED_FUZZ_ANSWERS says how
/// many, and FMETYPED_FUZZ_SEED which is the first: with 1 of them, a run does one again that failed.
/// </summary>
[Trait("Suite", "fuzz")]
public class AnswerFuzzTests(ITestOutputHelper output)
{
    private const int MostShown = 10;

    private static readonly (string Name, int Build)[] Servers = [("version 4", 26018), ("version 3", 23166)];

    [Fact]
    public async Task Whatever_a_server_answers_the_client_says_what_is_true_and_ends()
    {
        long count = Number("FMETYPED_FUZZ_ANSWERS") ?? 20_000;
        long first = Number("FMETYPED_FUZZ_SEED") ?? Random.Shared.NextInt64(1L << 40);
        FuzzedOperation[] operations = await CreateAsync();
        output.WriteLine($"{count} answers to {operations.Length} operations, from seed {first}.");
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, operations.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (index, _) =>
        {
            // A seed belongs to one operation, so that it does the same in a run of its own.
            FuzzedOperation operation = operations[index];
            long begin = first + Modulo(index - first, operations.Length);
            for (long seed = begin; seed < first + count && wrong.Count < 200; seed += operations.Length)
            {
                if (await operation.TryAsync(seed) is { } found)
                {
                    wrong.Add(found);
                }
            }
        });

        foreach (FuzzedOperation operation in operations)
        {
            await operation.DisposeAsync();
        }

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {count} answers from seed {first}:\n\n{string.Join('\n', wrong.Take(MostShown))}");

        // A failure stands alone above, since who keeps the end of a log only has to see it.
        foreach (FuzzedOperation operation in operations)
        {
            output.WriteLine($"{operation.Name}: {string.Join(", ", operation.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"))}");
        }

        Assert.True(
            count < 20_000 || operations.All(operation => operation.Outcomes.ContainsKey("success") && (operation.IsLive || operation.Outcomes.Count > 1)),
            "Each operation has to end well under some answers, and all but batches in an error under others.");
    }

    private static Operation Extraction => Calls.All["FmeJob.OpenResultAsync(CancellationToken)"] with
    {
        Run = static async (scene, token) =>
        {
            await using FmeDownload result = await scene.Job.OpenResultAsync(token);
            return await result.ExtractAsync(Path.Combine(scene.Folder, "result"), token);
        },
    };

    private static async Task<FuzzedOperation[]> CreateAsync()
    {
        var operations = new List<FuzzedOperation>();
        foreach ((string name, Operation operation) in Calls.All.Append(new("FmeDownload.ExtractAsync(String, CancellationToken)", Extraction)))
        {
            foreach ((string version, int build) in Servers)
            {
                if (await FuzzedOperation.CreateAsync($"{name} ({version})", operation, build) is { } fuzzed)
                {
                    operations.Add(fuzzed);
                }
            }
        }

        return [.. operations.OrderBy(operation => operation.Name, StringComparer.Ordinal)];
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;

    private static long? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
