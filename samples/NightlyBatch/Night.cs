using FmeTyped;
using NightlyBatch.Fme.Planning;

namespace NightlyBatch;

/// <summary>The reports of one night, each created once however often the night is started.</summary>
internal sealed class Night(FmeFlowClient fme, string journalPath)
{
    /// <summary>Runs the remaining reports, and returns the outcome of each parcel.</summary>
    public async Task<IReadOnlyList<FmeBatchOutcome>> RunAsync(IEnumerable<string> parcels, int stopAfter = int.MaxValue)
    {
        using FmeBatchJournal journal = FmeBatchJournal.Open(journalPath);
        var options = new FmeBatchOptions<ParcelReport>
        {
            Journal = journal,
            Key = report => report.ParcelId,
            MaximumJobsInFlight = 2,
            Wait = new FmeWaitOptions { Timeout = TimeSpan.FromHours(1), MinimumFeatures = 1 },
        };

        var outcomes = new List<FmeBatchOutcome>();
        await foreach (FmeBatchItem<ParcelReport> item in fme.RunAllAsync(parcels.Select(parcel => new ParcelReport { ParcelId = parcel }), options))
        {
            Console.WriteLine($"  {item.Key}: {item.Outcome} {item.Result?.StatusMessage}");
            outcomes.Add(item.Outcome);
            if (outcomes.Count == stopAfter)
            {
                break;
            }
        }

        return outcomes;
    }
}
