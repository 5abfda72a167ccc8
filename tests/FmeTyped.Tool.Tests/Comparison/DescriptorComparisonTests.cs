using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FmeTyped.Administration;
using FmeTyped.Docs.Tests;
using FmeTyped.Metadata;
using FmeTyped.Schema.Comparison;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Comparison;

/// <summary>What VerifyAsync says of a workspace is what check says of it, as far as a descriptor states what differs.</summary>
public sealed partial class DescriptorComparisonTests
{
    private static readonly Lazy<FmeWorkspaceDescriptor> Descriptor = new(() => DescriptorOf(Read((JsonArray)JsonNode.Parse(SchemaChange.Before)!)));

    private const string NoSecret = "a secret becomes a text";

    public static TheoryData<string> Changes =>
        [.. SchemaChange.All.Where(change => change.Kind != DifferenceKind.WorkspaceMoved && change.Name != NoSecret).Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Both_say_the_same_of_what_both_see(string name)
    {
        SchemaChange change = SchemaChange.All.Single(candidate => candidate.Name == name);
        var now = (JsonArray)JsonNode.Parse(SchemaChange.Before)!;
        EquatableArray<Workspace> before = Read(now);
        change.Apply(now);

        IEnumerable<string> expected = SchemaComparer.Compare([.. before], [.. Read(now)])
            .Where(difference => difference.Workspace == "w.fmw" && DescriptorComparison.KindOf(difference.Kind) is not null)
            .Select(difference => $"{difference.Class} {difference.Kind} {difference.Parameter}: {difference.Message}");

        Assert.Equal(expected, Verify(now).Select(difference => $"{difference.Class} {difference.Kind} {difference.Parameter}: {difference.Message}"));
    }

    [Fact]
    public void A_workspace_that_moved_is_gone_for_a_descriptor()
    {
        var now = (JsonArray)JsonNode.Parse(SchemaChange.Before)!;
        now[0]!["repository"] = "Q";

        Assert.Equal(FmeDifferenceKind.WorkspaceRemoved, Assert.Single(Verify(now)).Kind);
    }

    [Fact]
    public void A_text_may_be_of_the_type_that_the_team_chose_for_it()
    {
        var now = (JsonArray)JsonNode.Parse(SchemaChange.Before)!;
        SchemaChange.All.Single(change => change.Name == NoSecret).Apply(now);

        Assert.Empty(Verify(now));
    }

    /// <summary>A record, what the team says that it should say, and the record of a later server.</summary>
    public static TheoryData<string, string, string> Overridden => new()
    {
        { """ "type": "datetime" """, """ "storageFormat": "Iso", "timeZone": "utc" """, """ "type": "datetime", "milliseconds": true """ },
        { """ "type": "datetime", "storageFormat": "Iso" """, """ "storageFormat": "Fme" """, """ "type": "datetime", "storageFormat": "Iso" """ },
        { """ "type": "color" """, """ "componentValueType": "hex", "valueFormat": "#%1" """, """ "type": "color", "alpha": true """ },
        { """ "type": "checkbox", "defaultValue": "Yes" """, """ "checkedValue": "Yes", "uncheckedValue": "No" """, """ "type": "checkbox" """ },
        {
            """ "type": "listbox", "choices": [{ "display": "A", "value": "a" }, { "display": "B", "value": "b" }] """, """ "singleSelection": true """,
            """ "type": "listbox", "choices": [{ "display": "A", "value": "a" }] """
        },
        { """ "type": "geometry" """, """ "geometryEncoding": "fmeXML" """, """ "type": "geometry", "geometryEncoding": "geoJSON" """ },
        { """ "type": "text" """, """ "componentValueType": "float" """, """ "type": "text" """ },
    };

    [Theory]
    [MemberData(nameof(Overridden))]
    public void What_the_team_says_of_a_record_is_said_of_the_servers_record_too(string record, string said, string later)
    {
        string type = record.Contains("text", StringComparison.Ordinal) ? "\"type\": \"color\", " : "";
        JsonArray Schema(string keys) => (JsonArray)JsonNode.Parse($$"""
            [{ "repository": "R", "workspace": "w.fmw", "services": ["fmejobsubmitter"], "parameters": [{ "name": "P", "prompt": "P", {{keys}} }],
               "csharp": { "parameters": { "P": { {{type}}"record": { {{said}} } } } } }]
            """)!;
        EquatableArray<Workspace> before = Read(Schema(record));
        var comparison = new DescriptorComparison(DescriptorOf(before), "R");

        Assert.Empty(comparison.With($$"""[{ "name": "P", "prompt": "P", {{record}} }]""", ["fmejobsubmitter"]));
        Assert.Equal(
            SchemaComparer.Compare([.. before], [.. Read(Schema(later))])
                .Select(difference => $"{difference.Class} {difference.Kind} {difference.Parameter}: {difference.Message}"),
            comparison.With($$"""[{ "name": "P", "prompt": "P", {{later}} }]""", ["fmejobsubmitter"])
                .Select(difference => $"{difference.Class} {difference.Kind} {difference.Parameter}: {difference.Message}"));
    }

    [Fact]
    public void The_page_names_the_kinds_that_only_check_can_see()
    {
        string[] onlyCheck = [.. Enum.GetValues<DifferenceKind>().Where(kind => DescriptorComparison.KindOf(kind) is null).Select(kind => kind.ToString())];
        string section = DocsPage.Read("docs/guides/discovery.md").Text.Split("### What only `fmetyped check` can see")[1].Split("\n#")[0];

        Assert.Equal(
            onlyCheck.Order(StringComparer.Ordinal), KindPattern().Matches(section).Select(match => match.Groups["kind"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Kinds_of_both_have_the_same_names()
    {
        Assert.All(
            Enum.GetValues<DifferenceKind>(),
            kind => Assert.True(DescriptorComparison.KindOf(kind) is not { } found || found.ToString() == kind.ToString(), kind.ToString()));
        Assert.Equal(
            [FmeDifferenceKind.WorkspaceNotPermitted, FmeDifferenceKind.WorkspaceUnreadable],
            Enum.GetValues<FmeDifferenceKind>().Except(Enum.GetValues<DifferenceKind>().Select(DescriptorComparison.KindOf).OfType<FmeDifferenceKind>()));
    }

    private static IReadOnlyList<FmeDifference> Verify(JsonArray server)
    {
        var comparison = new DescriptorComparison(Descriptor.Value, "R");
        return server.FirstOrDefault(workspace => (string?)workspace!["repository"] == "R" && (string?)workspace["workspace"] == "w.fmw") is { } found
            ? comparison.With(found["parameters"]!.ToJsonString(), [.. ((JsonArray)found["services"]!).Select(service => (string)service!)])
            : comparison.WithNothing();
    }

    private static FmeWorkspaceDescriptor DescriptorOf(EquatableArray<Workspace> workspaces) =>
        (FmeWorkspaceDescriptor)Compiler.Load([.. workspaces]).GetType("App.Fme.R.W")!.GetProperty("Descriptor")!.GetValue(null)!;

    private static EquatableArray<Workspace> Read(JsonArray workspaces) =>
        SchemaFileReader.Read($$"""{ "format": 1, "workspaces": {{workspaces.ToJsonString()}} }""").Workspaces;

    [GeneratedRegex(@"(?<=^\* [^:\n]*)`(?<kind>\w+)`(?=[^:\n]*:)", RegexOptions.Multiline)]
    private static partial Regex KindPattern();
}
