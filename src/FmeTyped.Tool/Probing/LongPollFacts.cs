using System.Text.Json;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>What came of asking for the result of a job that the server should hold until the job has ended.</summary>
/// <param name="WasUnfinished">Whether the job was queued or running when it was asked about.</param>
/// <param name="Status">The status of the response; null if there was none in time, or if the connection was cut.</param>
/// <param name="IsEnd">Whether the response tells the job's end.</param>
/// <param name="IsCut">Whether the connection was cut.</param>
internal sealed record LongPollFacts(bool WasUnfinished, int? Status, bool IsEnd = false, bool IsCut = false)
{
    // As long as the client waits: A180.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    public static async Task<LongPollFacts> ReadAsync(RawServer server, long id, CancellationToken cancellationToken)
    {
        bool wasUnfinished = ApiFacts.IsUnfinished(await server.GetAsync(ApiAddresses.V4.Job(id), cancellationToken).ConfigureAwait(false));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            RawResponse response = await server.GetAsync($"/fmeapiv4/jobs/{id}/result?longPoll=true", limit.Token).ConfigureAwait(false);
            return new(wasUnfinished, response.Status, IsEndOf(response, id));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(wasUnfinished, Status: null);
        }
        catch (HttpRequestException)
        {
            return new(wasUnfinished, Status: null, IsCut: true);
        }
    }

    /// <summary>Whether a response tells the end of a job.</summary>
    public static bool IsEndOf(RawResponse response, long id) =>
        response.Json?.NumberOf("id") == id
        && response.Find("status") is { ValueKind: JsonValueKind.String } status
        && status.GetString()!.ToUpperInvariant() is "SUCCESS" or "FAILURE" or "CANCELLED" or "ABORTED";
}
