using System.Net;
using FmeTyped.Metadata;
using FmeTyped.Tests.Server;

namespace FmeTyped.Administration.Tests;

public sealed class VerifyTests
{
    private static readonly FmeWorkspaceDescriptor Roads = new("Samples", "roads.fmw")
    {
        Parameters =
        [
            new("TITLE", FmeParameterKind.Text) { IsOptional = true },
            new("SINCE", FmeParameterKind.DateTime) { IsOptional = true },
            new("COUNT", FmeParameterKind.Integer) { Default = "3" },
            new("FORMAT", FmeParameterKind.Choice) { Default = "SHP", Choices = [new("SHP", "Shape", 1), new("DWG", "CAD", 2)] },
            new("THEMES", FmeParameterKind.Choice) { IsList = true, MustBeSet = true, Choices = [new("a", "A", 1), new("b", "B", 2)] },
            new("QUIET", FmeParameterKind.Boolean) { Default = "Yes", Choices = [new("Yes", "Yes", 1), new("No", "No", 2)] },
            new("API_TOKEN", FmeParameterKind.Secret) { IsOptional = true },
        ],
    };

    private const string RoadsV3 = """
        [
          {"name":"TITLE","type":"TEXT","model":"string","optional":true,"defaultValue":"","description":""},
          {"name":"SINCE","type":"TEXT","model":"string","optional":true,"description":""},
          {"name":"COUNT","type":"INTEGER","model":"string","optional":false,"defaultValue":"3"},
          {"name":"FORMAT","type":"LOOKUP_CHOICE","model":"string","optional":false,"defaultValue":"SHP","listOptions":[{"caption":"Shape","value":"SHP"},{"caption":"CAD","value":"DWG"}]},
          {"name":"THEMES","type":"LOOKUP_LISTBOX","model":"list","optional":false,"listOptions":[{"caption":"A","value":"a"},{"caption":"B","value":"b"}]},
          {"name":"QUIET","type":"CHOICE","model":"string","optional":false,"defaultValue":"Yes","listOptions":[{"caption":"Yes","value":"Yes"},{"caption":"No","value":"No"}]},
          {"name":"API_TOKEN","type":"TEXT","model":"string","optional":true},
          {"name":"NOTE","type":"MESSAGE","description":"Read this"}
        ]
        """;

    private const string RoadsV4 = """
        {"items":[
          {"name":"TITLE","type":"text","prompt":"","required":false,"defaultValue":""},
          {"name":"SINCE","type":"text","prompt":"","required":false},
          {"name":"COUNT","type":"number","prompt":"","multipleOf":1,"defaultValue":"3"},
          {"type":"group","name":"G","parameters":[
            {"name":"FORMAT","type":"dropdown","prompt":"","required":true,"defaultValue":"SHP","choiceSettings":{"choiceSet":"userDefined","choices":[{"display":"Shape","value":"SHP"},{"display":"CAD","value":"DWG"}]}},
            {"name":"THEMES","type":"listbox","prompt":"","choiceSettings":{"choices":[{"display":"A","value":"a"},{"display":"B","value":"b"}]}}]},
          {"name":"QUIET","type":"checkbox","prompt":"","checkedValue":"Yes","uncheckedValue":"No","defaultValue":"Yes"},
          {"name":"API_TOKEN","type":"text","prompt":"","required":false},
          {"name":"SCRIPT","type":"text","editor":"python","runnable":true,"prompt":"","required":true},
          {"name":"HIDDEN","type":"text","visibility":"hiddenEnabled","prompt":"","required":true}
        ]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeApiVersion.V3, RoadsV3)]
    [InlineData(FmeApiVersion.V4, RoadsV4)]
    public async Task A_workspace_as_the_code_knows_it_differs_in_nothing(FmeApiVersion version, string parameters)
    {
        FmeVerification verification = await VerifyAsync(version, Roads, parameters);

        Assert.Empty(verification.Differences);
        Assert.False(verification.IsBreaking);
        Assert.Equal("All 1 workspaces are as the code knows them.", verification.ToString());
    }

    [Theory]
    [InlineData("\"name\":\"COUNT\"", "\"name\":[]")]
    [InlineData("\"type\":\"INTEGER\"", "\"type\":7")]
    [InlineData("{\"name\":\"COUNT\"", "8,{\"name\":\"COUNT\"")]
    public async Task A_record_that_cannot_be_read_is_no_parameter_that_is_gone(string record, string unreadable)
    {
        FmeVerification verification = await VerifyAsync(FmeApiVersion.V3, Roads, RoadsV3.Replace(record, unreadable, StringComparison.Ordinal));

        FmeDifference difference = Assert.Single(verification.Differences);
        Assert.Equal((FmeDifferenceKind.WorkspaceUnreadable, FmeDifferenceClass.Unknown), (difference.Kind, difference.Class));
        Assert.StartsWith(
            "Samples/roads.fmw cannot be compared, because the server's answer cannot be read: ", difference.ToString(), StringComparison.Ordinal);
        Assert.False(verification.IsBreaking);
    }

    [Theory]
    [InlineData("\"name\":\"TITLE\"", "\"name\":\"TITEL\"", "!TITLE ParameterRemoved, TITEL ParameterAdded")]
    [InlineData("\"name\":\"COUNT\",\"type\":\"INTEGER\"", "\"name\":\"COUNT\",\"type\":\"COLOR_PICK\"", "!COUNT TypeChanged")]
    [InlineData("\"name\":\"COUNT\",\"type\":\"INTEGER\"", "\"name\":\"COUNT\",\"type\":\"FLOAT\"", "!COUNT NumberKindChanged")]
    [InlineData("\"name\":\"COUNT\",\"type\":\"INTEGER\"", "\"name\":\"COUNT\",\"maximum\":9,\"type\":\"INTEGER\"", "!COUNT LimitTightened")]
    [InlineData("\"defaultValue\":\"3\"", "\"defaultValue\":\"4\"", "COUNT DefaultChanged")]
    [InlineData("\"name\":\"TITLE\",\"type\":\"TEXT\"", "\"name\":\"TITLE\",\"type\":\"PASSWORD\"", "!TITLE SecrecyChanged")]
    [InlineData("\"name\":\"TITLE\",\"type\":\"TEXT\"", "\"name\":\"TITLE\",\"type\":\"INTEGER_OR_ATTR\"", "!TITLE TypeChanged")]
    [InlineData(
        "\"name\":\"TITLE\",\"type\":\"TEXT\",\"model\":\"string\",\"optional\":true",
        "\"name\":\"TITLE\",\"type\":\"TEXT\",\"model\":\"string\",\"optional\":false",
        "!TITLE NowRequired")]
    [InlineData("\"LOOKUP_LISTBOX\",\"model\":\"list\"", "\"LOOKUP_CHOICE\",\"model\":\"string\"", "!THEMES ListChanged")]
    [InlineData("{\"caption\":\"CAD\",\"value\":\"DWG\"}", "{\"caption\":\"Drawing\",\"value\":\"DXF\"}", "!FORMAT OptionRemoved, FORMAT OptionAdded")]
    [InlineData("{\"caption\":\"CAD\",\"value\":\"DWG\"}", "{\"caption\":\"CAD\",\"value\":\"DXF\"}", "!FORMAT OptionValueChanged")]
    [InlineData("{\"caption\":\"CAD\",\"value\":\"DWG\"}", "{\"caption\":\"<en>CAD</en><fr>DAO</fr>\",\"value\":\"DWG\"}", "")]
    [InlineData(
        "{\"caption\":\"A\",\"value\":\"a\"},{\"caption\":\"B\",\"value\":\"b\"}",
        "{\"caption\":\"B\",\"value\":\"b\"},{\"caption\":\"A\",\"value\":\"a\"}",
        "THEMES OrderChanged")]
    [InlineData("LOOKUP_CHOICE", "STRING_OR_CHOICE", "!FORMAT OpennessChanged")]
    [InlineData("\"defaultValue\":\"\",\"description\":\"\"", "\"defaultValue\":\"\",\"description\":\"Title:\"", "TITLE PromptChanged")]
    [InlineData("{\"name\":\"NOTE\",\"type\":\"MESSAGE\"", "{\"name\":\"NOTE\",\"type\":\"TEXT\"", "!NOTE RequiredParameterAdded")]
    [InlineData("{\"name\":\"NOTE\",\"type\":\"MESSAGE\"", "{\"name\":\"NOTE\",\"defaultValue\":\"x\",\"type\":\"TEXT\"", "NOTE ParameterAdded")]
    [InlineData("{\"name\":\"NOTE\",\"type\":\"MESSAGE\"", "{\"name\":\"NOTE\",\"type\":\"FILENAME\"", "NOTE ParameterAdded")]
    [InlineData("{\"name\":\"NOTE\",\"type\":\"MESSAGE\"", "{\"name\":\"NOTE\",\"optional\":true,\"type\":\"TEXT\"", "NOTE ParameterAdded")]
    public async Task A_change_is_found_and_judged(string from, string to, string expected)
    {
        Assert.Contains(from, RoadsV3, StringComparison.Ordinal);

        FmeVerification verification = await VerifyAsync(FmeApiVersion.V3, Roads, RoadsV3.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(
            expected,
            string.Join(", ", verification.Differences.Select(difference => $"{(difference.IsBreaking ? "!" : "")}{difference.Parameter} {difference.Kind}")));
        Assert.All(verification.Differences, difference => Assert.Equal(("Samples", "roads.fmw"), (difference.Repository, difference.Workspace)));
    }

    [Fact]
    public async Task Services_workspaces_and_permissions_are_checked_under_the_servers_names()
    {
        var roads = new FmeWorkspaceDescriptor("Samples", "roads.fmw") { Services = ["fmejobsubmitter", "fmedatadownload"] };
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay
            .On("GET", "/fmeapiv4/workspaces/Test/roads.fmw/parameters", 200, "[]")
            .On("GET", "/fmeapiv4/workspaces/Test/roads.fmw/services", 200, """{"jobSubmitter":{"registered":true},"dataDownload":{"registered":false}}""")
            .On("GET", "/fmeapiv4/workspaces/Test/gone.fmw/parameters", 404, """{"message":"Item gone.fmw does not exist."}""")
            .On("GET", "/fmeapiv4/workspaces/Test/shut.fmw/parameters", 403, "{}");
        FmeFlowOptions options = replay.Options();
        options.Repositories["Samples"] = "Test";
        using var fme = new FmeFlowClient(options);

        FmeVerification verification = await new FmeFlowAdministration(fme).VerifyAsync([roads, new("Samples", "gone.fmw"), new("Samples", "shut.fmw")], Token);

        Assert.Equal(
            """
            3 differences in 3 workspaces:
              breaking: Test/roads.fmw is no longer registered for the service fmedatadownload.
              breaking: Test/gone.fmw was removed, and its type with it.
              breaking: Test/shut.fmw may not be read by the token's user, or is not on the server.
            """,
            verification.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_server_that_cannot_be_asked_is_an_error()
    {
        using var server = new StubServer().Answer(HttpStatusCode.ServiceUnavailable);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => new FmeFlowAdministration(fme).VerifyAsync([Roads], Token));
    }

    [Fact]
    public async Task A_thousand_workspaces_are_read_a_few_at_a_time()
    {
        int now = 0;
        int most = 0;
        using var server = new StubServer();
        for (int i = 0; i < 1000; i++)
        {
            server.Do(async (_, _) =>
            {
                int mine = Interlocked.Increment(ref now);
                InterlockedMax(ref most, mine);
                await Task.Yield();
                Interlocked.Decrement(ref now);
                return new HttpResponseMessage { Content = new StringContent("[]") };
            });
        }

        using FmeFlowClient fme = server.Client();
        FmeVerification verification =
            await new FmeFlowAdministration(fme).VerifyAsync(Enumerable.Range(0, 1000).Select(i => new FmeWorkspaceDescriptor("Samples", $"{i}.fmw")), Token);

        Assert.Equal(1000, verification.WorkspaceCount);
        Assert.Empty(verification.Differences);
        Assert.InRange(most, 1, 8);

        static void InterlockedMax(ref int target, int value)
        {
            int seen;
            while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
            {
            }
        }
    }

    private static async Task<FmeVerification> VerifyAsync(FmeApiVersion version, FmeWorkspaceDescriptor workspace, string parameters)
    {
        using var server = new StubServer().Answer(parameters);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);
        return await new FmeFlowAdministration(fme).VerifyAsync([workspace], Token);
    }
}
