namespace FmeTyped.Tests.Server;

/// <summary>What the search for a submission came to: a job, none, or an exception that says why that is not known.</summary>
internal sealed record Search(SearchOutcome Outcome, FmeJob? Job, string Reason)
{
    public static async Task<Search> RunAsync(Task<FmeJob?> search)
    {
        try
        {
            FmeJob? job = await search;
            return new Search(job is null ? SearchOutcome.Absent : SearchOutcome.Found, job, "");
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            return new Search(SearchOutcome.Unknown, Job: null, unknown.Message);
        }
    }
}
