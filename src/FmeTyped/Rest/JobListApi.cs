using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>What job lists share in both versions of the REST API: the flow of a call. Each version has its own paths, filters and records.</summary>
internal abstract class JobListApi(ServerConnection connection) : IJobListApi
{
    private static readonly ErrorContext Listing = new("list the jobs");

    public abstract bool SortsFinished { get; }

    public abstract IEnumerable<string> Unfiltered(FmeJobQuery query);

    public async Task<JobPage> GetPageAsync(JobStage stage, FmeJobQuery query, long offset, CancellationToken cancellationToken)
    {
        var path = new StringBuilder(PathOf(stage));
        char separator = '?';
        foreach ((string name, string? value) in Filters(stage, query)
            .Append(("limit", query.PageSize.ToString(CultureInfo.InvariantCulture)))
            .Append(("offset", offset.ToString(CultureInfo.InvariantCulture))))
        {
            if (value is not null)
            {
                path.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        HttpCall call = connection.Prepare(
            Listing, HttpMethod.Get, path.ToString(), "application/json", connection.RequestTimeout, content: null, cancellationToken);
        return await call.ReadAsync(ReadPage).ConfigureAwait(false);
    }

    private JobPage ReadPage(HttpCall call, ServerResponse response)
    {
        JsonElement page = call.ReadObject(response);
        JsonElement[] items = page.GetItems() ?? throw call.Errors.NotUnderstood(response, "a list of jobs");
        return new JobPage(
            [.. items.Where(item => item.ValueKind == JsonValueKind.Object).Select(ReadRecord).OfType<FmeJobRecord>()
                .Select(record => call.Errors.Redact(record))],
            items.Length,
            page.GetInteger("totalCount"u8));
    }

    protected abstract string PathOf(JobStage stage);

    /// <summary>The filters, by their names on the wire; null values are left out.</summary>
    protected abstract IEnumerable<(string Name, string? Value)> Filters(JobStage stage, FmeJobQuery query);

    protected abstract FmeJobRecord? ReadRecord(JsonElement json);
}
