using FmeTyped.Metadata;
using FmeTyped.Schema.Comparison;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Administration;

/// <summary>
/// Compares a workspace with its descriptor, using the readers and the comparer of <c>fmetyped check</c>. What a descriptor does not state (C# names, titles in
/// another response, the team's own choices) is assumed to be unchanged.
/// </summary>
/// <param name="workspace">The workspace that code was generated from.</param>
/// <param name="repository">The server's name of the workspace's repository.</param>
internal sealed class DescriptorComparison(FmeWorkspaceDescriptor workspace, string repository)
{
    private readonly Workspace _before = DescribedWorkspace.From(workspace);

    /// <summary>The differences from the server's responses.</summary>
    /// <param name="parameters">The records of the parameters, of either version.</param>
    /// <param name="services">The services it is registered with; null if they are not compared.</param>
    public IReadOnlyList<FmeDifference> With(string parameters, IReadOnlyList<string>? services)
    {
        var context = new ReadingContext();
        if (JsonReader.Read(parameters).Root is not { } root)
        {
            return Unreadable("it is no JSON");
        }

        EquatableArray<Parameter> read = ParameterRecords.Read(root, context, Overrides());
        if (context.Problems.FirstOrDefault(problem => problem.Rule.Severity == SchemaSeverity.Error) is { } unread)
        {
            return Unreadable(unread.Message);
        }

        return Differences([_before with
        {
            Services = services is null ? _before.Services : new([.. services]),
            Parameters = new([.. read.Select(AsTold)]),
        }]);
    }

    /// <summary>The difference if the server does not have it.</summary>
    public IReadOnlyList<FmeDifference> WithNothing() => Differences([]);

    /// <summary>The difference if the token's user may not read it.</summary>
    public IReadOnlyList<FmeDifference> WithRefusal() =>
    [
        New(
            parameter: null,
            FmeDifferenceKind.WorkspaceNotPermitted,
            FmeDifferenceClass.Breaking,
            "may not be read by the token's user, or is not on the server"),
    ];

    // An unreadable record does not mean that the parameter is gone.
    private FmeDifference[] Unreadable(string reason) =>
    [
        New(
            parameter: null,
            FmeDifferenceKind.WorkspaceUnreadable,
            FmeDifferenceClass.Unknown,
            $"cannot be compared, because the server's answer cannot be read: {reason.TrimEnd('.')}"),
    ];

    private FmeDifference New(string? parameter, FmeDifferenceKind kind, FmeDifferenceClass level, string message) =>
        new(repository, workspace.Workspace, parameter, kind, level, message);

    private FmeDifference[] Differences(Workspace[] now) =>
    [
        .. SchemaComparer.Compare([_before], now)
            .Where(difference => KindOf(difference.Kind) is not null)
            .Select(difference => New(difference.Parameter, KindOf(difference.Kind)!.Value, ClassOf(difference.Class), difference.Message)),
    ];

    // In the format of a schema file, where they are under csharp.
    private JsonObject Overrides() => new(default,
    [
        .. workspace.Parameters.Where(parameter => parameter.RecordOverride.Length > 0)
            .Select(parameter => Member(parameter.Name, new JsonObject(default, [Member("record", JsonReader.Read(parameter.RecordOverride).Root!)]))),
    ]);

    private static JsonMember Member(string name, JsonNode value) => new(name, default, value);

    private Parameter AsTold(Parameter now)
    {
        if (_before.Parameters.FirstOrDefault(parameter => parameter.Name == now.Name) is not { } before)
        {
            return now;
        }

        Parameter told = now with
        {
            CSharpName = before.CSharpName,
            CSharpRequired = before.CSharpRequired,
            Prompt = InOneLanguage(before.Prompt, now.Prompt),
            Group = InOneLanguage(before.Group, now.Group),
            Choices = new([.. now.Choices.Select(choice => InOneLanguage(before, choice))]),
        };

        // The team may have chosen a type for a text of the server, which then has no limits: A097.
        return now is { Kind: ParameterKind.Text, IsList: false }
            && before is { IsList: false, Kind: not (ParameterKind.Choice or ParameterKind.Boolean or ParameterKind.OpenChoice) }
            && before.Limits == NumberLimits.None
            ? AsChosen(told, before).WithSecretWithheld()
            : told;
    }

    private static Parameter AsChosen(Parameter told, Parameter before) => told with
    {
        Kind = before.Kind,
        DateTimeForm = before.DateTimeForm,
        DateTimeFormat = before.DateTimeFormat,
        ColorFormat = before.ColorFormat,
        GeometryEncoding = before.GeometryEncoding,
        GeometryTypes = before.GeometryTypes,
    };

    // It is not known in which of several languages the code was generated.
    private static string InOneLanguage(string before, string now) => MultilingualText.Pick(now, language: null) == now ? now : before;

    private static Choice InOneLanguage(Parameter before, Choice now) =>
        before.Choices.FirstOrDefault(choice => choice.Value == now.Value) is { } known
            ? now with { Caption = InOneLanguage(known.Caption, now.Caption) }
            : now with { Caption = MultilingualText.Pick(now.Caption, language: null) };

    private static FmeDifferenceClass ClassOf(DifferenceClass level) => level switch
    {
        DifferenceClass.Cosmetic => FmeDifferenceClass.Cosmetic,
        DifferenceClass.Additive => FmeDifferenceClass.Additive,
        DifferenceClass.Behaviour => FmeDifferenceClass.Behaviour,
        _ => FmeDifferenceClass.Breaking,
    };

    /// <summary>The kind with the same name; null for kinds about C# names, titles or other workspaces, which only check reports.</summary>
    internal static FmeDifferenceKind? KindOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.WorkspaceRemoved => FmeDifferenceKind.WorkspaceRemoved,
        DifferenceKind.ServiceRemoved => FmeDifferenceKind.ServiceRemoved,
        DifferenceKind.ParameterRemoved => FmeDifferenceKind.ParameterRemoved,
        DifferenceKind.RequiredParameterAdded => FmeDifferenceKind.RequiredParameterAdded,
        DifferenceKind.NowRequired => FmeDifferenceKind.NowRequired,
        DifferenceKind.BlankRefused => FmeDifferenceKind.BlankRefused,
        DifferenceKind.DefaultRemoved => FmeDifferenceKind.DefaultRemoved,
        DifferenceKind.ListChanged => FmeDifferenceKind.ListChanged,
        DifferenceKind.OpennessChanged => FmeDifferenceKind.OpennessChanged,
        DifferenceKind.YesNoChanged => FmeDifferenceKind.YesNoChanged,
        DifferenceKind.NumberKindChanged => FmeDifferenceKind.NumberKindChanged,
        DifferenceKind.SecrecyChanged => FmeDifferenceKind.SecrecyChanged,
        DifferenceKind.TypeChanged => FmeDifferenceKind.TypeChanged,
        DifferenceKind.LimitTightened => FmeDifferenceKind.LimitTightened,
        DifferenceKind.OptionRemoved => FmeDifferenceKind.OptionRemoved,
        DifferenceKind.OptionValueChanged => FmeDifferenceKind.OptionValueChanged,
        DifferenceKind.DefaultChanged => FmeDifferenceKind.DefaultChanged,
        DifferenceKind.EncodingChanged => FmeDifferenceKind.EncodingChanged,
        DifferenceKind.VisibilityChanged => FmeDifferenceKind.VisibilityChanged,
        DifferenceKind.DestinationChanged => FmeDifferenceKind.DestinationChanged,
        DifferenceKind.NowOptional => FmeDifferenceKind.NowOptional,
        DifferenceKind.ServiceAdded => FmeDifferenceKind.ServiceAdded,
        DifferenceKind.ParameterAdded => FmeDifferenceKind.ParameterAdded,
        DifferenceKind.OptionAdded => FmeDifferenceKind.OptionAdded,
        DifferenceKind.LimitWidened => FmeDifferenceKind.LimitWidened,
        DifferenceKind.PromptChanged => FmeDifferenceKind.PromptChanged,
        DifferenceKind.GroupChanged => FmeDifferenceKind.GroupChanged,
        DifferenceKind.CaptionChanged => FmeDifferenceKind.CaptionChanged,
        DifferenceKind.OrderChanged => FmeDifferenceKind.OrderChanged,
        _ => null,
    };
}
