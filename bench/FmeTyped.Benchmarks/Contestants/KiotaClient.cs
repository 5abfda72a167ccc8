using System.Globalization;
using FmeTyped.Benchmarks.Orders;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>
/// The request builder that Kiota would generate for the two calls, written by hand on Kiota's own libraries, since its generator needs a document that we may
/// not redistribute.
/// </summary>
internal sealed class KiotaClient(IRequestAdapter adapter) : BaseRequestBuilder(adapter, "{+baseurl}/fmeapiv4/jobs", [])
{
    public Task<KiotaJob?> PostAsync(KiotaSubmission body, CancellationToken cancellationToken)
    {
        RequestInformation request = NewRequest(Method.POST, UrlTemplate, PathParameters);
        request.SetContentFromParsable(RequestAdapter, "application/json", body);
        return RequestAdapter.SendAsync(request, KiotaJob.Create, default, cancellationToken);
    }

    public Task<KiotaJob?> GetAsync(long id, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object>(PathParameters) { ["id"] = id.ToString(CultureInfo.InvariantCulture) };
        return RequestAdapter.SendAsync(NewRequest(Method.GET, $"{UrlTemplate}/{{id}}", parameters), KiotaJob.Create, default, cancellationToken);
    }

    private static RequestInformation NewRequest(Method method, string template, IDictionary<string, object> parameters)
    {
        var request = new RequestInformation(method, template, parameters);
        request.Headers.TryAdd("Accept", "application/json");
        request.Headers.TryAdd("Authorization", $"fmetoken token={Callers.Token}");
        return request;
    }
}

internal sealed class KiotaSubmission(AustinDto order) : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>();

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("repository", AustinOrders.Repository);
        writer.WriteStringValue("workspace", AustinOrders.Workspace);
        writer.WriteObjectValue("publishedParameters", new Parameters(order));
        writer.WriteObjectValue("directives", new Directives());
    }

    private sealed class Parameters(AustinDto order) : IParsable
    {
        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>();

        public void Serialize(ISerializationWriter writer)
        {
            writer.WriteCollectionOfPrimitiveValues("THEMES", order.Themes);
            writer.WriteStringValue("COORDSYS", order.Coordsys);
            writer.WriteStringValue("FORMAT_GENERIC", order.FormatGeneric);
            writer.WriteStringValue("MINX", order.Minx?.ToString(CultureInfo.InvariantCulture));
            writer.WriteStringValue("MINY", order.Miny?.ToString(CultureInfo.InvariantCulture));
            writer.WriteStringValue("MAXX", order.Maxx?.ToString(CultureInfo.InvariantCulture));
            writer.WriteStringValue("MAXY", order.Maxy?.ToString(CultureInfo.InvariantCulture));
            writer.WriteStringValue("BBOX_COORDSYS", order.BboxCoordsys);
        }
    }

    private sealed class Directives : IParsable
    {
        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>();

        public void Serialize(ISerializationWriter writer) => writer.WriteStringValue("fmetypedCorrelationKey", Guid.NewGuid().ToString("N"));
    }
}

internal sealed class KiotaJob : IParsable
{
    public long? Id { get; private set; }

    public string? Status { get; private set; }

    public string? StatusMessage { get; private set; }

    public long? FeatureCount { get; private set; }

    public long? WarningCount { get; private set; }

    public long? ErrorCount { get; private set; }

    public DateTimeOffset? TimeQueued { get; private set; }

    public DateTimeOffset? TimeStarted { get; private set; }

    public DateTimeOffset? TimeFinished { get; private set; }

    public static KiotaJob Create(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["id"] = node => Id = node.GetLongValue(),
        ["status"] = node => Status = node.GetStringValue(),
        ["statusMessage"] = node => StatusMessage = node.GetStringValue(),
        ["featureOutputCount"] = node => FeatureCount = node.GetLongValue(),
        ["warningCount"] = node => WarningCount = node.GetLongValue(),
        ["errorCount"] = node => ErrorCount = node.GetLongValue(),
        ["timeQueued"] = node => TimeQueued = node.GetDateTimeOffsetValue(),
        ["timeStarted"] = node => TimeStarted = node.GetDateTimeOffsetValue(),
        ["timeFinished"] = node => TimeFinished = node.GetDateTimeOffsetValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
