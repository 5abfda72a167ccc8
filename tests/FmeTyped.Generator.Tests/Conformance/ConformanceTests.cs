using System.Net;
using System.Reflection;
using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>Holds the whole way of a parameter, from its record to the body of a request, against the vendor's pages.</summary>
public class ConformanceTests
{
    public static TheoryData<int, ConformanceRow> Table()
    {
        var table = new TheoryData<int, ConformanceRow>();
        for (int i = 0; i < ConformanceTable.Rows.Count; i++)
        {
            table.Add(i, ConformanceTable.Rows[i]);
        }

        return table;
    }

    public static TheoryData<int, ConformanceRow> Refusals() => [.. Table().Where(row => row.Data.Item2.Bad.Length > 0)];

    [Theory]
    [MemberData(nameof(Table))]
    public void The_record_gives_the_type_and_what_cannot_be_followed_is_told(int index, ConformanceRow row)
    {
        Assert.Equal(row.CSharp, ConformanceTable.Instance.TypeOf(index));
        string told = ConformanceTable.Instance.TellingOf(index);
        Assert.True(row.Told.Length == 0 ? told.Length == 0 : told.Contains(row.Told, StringComparison.Ordinal), told);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_value_that_fits_is_sent_as_the_page_says(int index, ConformanceRow row)
    {
        IFmeRequest request = ConformanceTable.Instance.Good(index);
        string value = row.Wire.StartsWith('[') ? row.Wire : JsonSerializer.Serialize(row.Wire);
        Assert.Equal("", string.Join('\n', request.Validate().Select(error => error.Message)));
        string all = $$"""{ "P": {{value}}{{(row.SentBeside.Length > 0 ? "," : "")}}{{row.SentBeside}} }""";
        AssertSame(all, await SentAsync(request, FmeApiVersion.V4));
        AssertSame(AsV3(all), await SentAsync(request, FmeApiVersion.V3));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_sent_is_read_back_and_sent_alike(int index, ConformanceRow row)
    {
        IFmeRequest request = ConformanceTable.Instance.Good(index);
        FmeParameterValue value = row.Wire.StartsWith('[') ? JsonSerializer.Deserialize<string[]>(row.Wire)! : row.Wire;
        object?[] arguments = [value, row.SentBeside];
        var read = (IFmeRequest)ReadOf.MakeGenericMethod(request.GetType()).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        var readFromJson = (IFmeRequest)JsonSerializer.Deserialize(JsonSerializer.Serialize(request, request.GetType()), request.GetType())!;
        Assert.Equal(value, read.ToParameterValues()["P"]);
        Assert.Equal(value, readFromJson.ToParameterValues()["P"]);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_value_that_does_not_fit_is_refused_before_it_is_sent(int index, ConformanceRow row)
    {
        FmeValidationError error = Assert.Single(ConformanceTable.Instance.Bad(index).Validate());
        Assert.Equal(row.Message, error.Message);
    }

    private static readonly MethodInfo ReadOf = typeof(ConformanceTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static TRequest Read<TRequest>(FmeParameterValue value, string beside)
        where TRequest : class, IFmeRequest<TRequest>
    {
        var values = new Dictionary<string, FmeParameterValue> { ["P"] = value };
        foreach ((string name, string text) in JsonSerializer.Deserialize<Dictionary<string, string>>($"{{{beside}}}")!)
        {
            values.Add(name, text);
        }

        bool isRead = TRequest.TryRead(values, out TRequest? request, out IReadOnlyList<FmeValidationError> errors);
        Assert.True(isRead, string.Join("\n", errors.Select(error => error.Message)));
        return request!;
    }

    private static string AsV3(string values)
    {
        using var document = JsonDocument.Parse(values);
        return JsonSerializer.Serialize(document.RootElement.EnumerateObject().Select(value => new { name = value.Name, value = value.Value.Clone() }));
    }

    private static void AssertSame(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, actual), $"{expected} is to be sent, and {actual} is.");
    }

    /// <summary>The published parameters in the body that a client sends.</summary>
    private static async Task<JsonElement> SentAsync(IFmeRequest request, FmeApiVersion version)
    {
        using var handler = new KeepingHandler();
        using var http = new HttpClient(handler);
        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = "token", ApiVersion = version };
        using var client = new FmeFlowClient(options, http);
        await Assert.ThrowsAnyAsync<FmeException>(() => client.SubmitAsync(request, TestContext.Current.CancellationToken));
        using var body = JsonDocument.Parse(handler.Bodies.Single());
        return body.RootElement.GetProperty("publishedParameters").Clone();
    }

    /// <summary>Keeps what is sent, and takes no job.</summary>
    private sealed class KeepingHandler : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
            {
                Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
            }

            return new HttpResponseMessage(HttpStatusCode.UnprocessableEntity);
        }
    }
}
