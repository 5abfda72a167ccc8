using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>Hands each call to the version of the REST API that the server's build has for it. Never to one and then to the other.</summary>
internal sealed class AutoApi(V3Api v3, V4Api v4, ServerBuild build) : IFmeFlowApi
{
    public async Task<long> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        IFmeFlowApi api = await ChooseAsync(FirstV4Build.ForSubmit, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return await api.SubmitAsync(submission, cancellationToken).ConfigureAwait(false);
    }

    public async Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        IFmeFlowApi api = await ChooseAsync(FirstV4Build.ForTransact, timeout, cancellationToken).ConfigureAwait(false);
        return await api.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
    }

    public async Task<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken)
    {
        IFmeFlowApi api = await ChooseAsync(FirstV4Build.ForRecord, atMost, cancellationToken).ConfigureAwait(false);
        return await api.GetRecordAsync(id, atMost, cancellationToken).ConfigureAwait(false);
    }

    public async Task<FmeCancelOutcome> CancelAsync(long id, CancellationToken cancellationToken)
    {
        IFmeFlowApi api = await ChooseAsync(FirstV4Build.ForCancel, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return await api.CancelAsync(id, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<string> ReadLogLinesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IFmeFlowApi api = await ChooseAsync(FirstV4Build.ForLog, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        await foreach (string line in api.ReadLogLinesAsync(id, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    private async Task<IFmeFlowApi> ChooseAsync(int firstV4Build, TimeSpan atMost, CancellationToken cancellationToken) =>
        await build.GetAsync(atMost, cancellationToken).ConfigureAwait(false) >= firstV4Build ? v4 : v3;
}
