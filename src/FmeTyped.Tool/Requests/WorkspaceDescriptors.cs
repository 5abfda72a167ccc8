using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Tool.Requests;

/// <summary>Creates descriptors for workspaces of a schema file at run time, as generated code does at build time.</summary>
internal static class WorkspaceDescriptors
{
    public static FmeWorkspaceDescriptor From(Workspace workspace) => new(workspace.Repository, workspace.Name)
    {
        Title = workspace.Title,
        Description = workspace.Description,
        Services = [.. workspace.Services],
        Parameters = [.. workspace.Parameters.Select(From)],
    };

    private static FmeParameterDescriptor From(Parameter parameter) => new(parameter.Name, KindOf(parameter.Kind))
    {
        Prompt = parameter.Prompt,
        Group = parameter.Group,
        IsList = parameter.IsList,
        IsOptional = parameter.IsOptional,
        MustBeSet = parameter.MustBeSet,
        Default = parameter.Default switch
        {
            null => default(FmeParameterValue?),
            { IsList: true } list => (FmeList<string>)[.. list.Items],
            var text => text.Items[0],
        },
        DefaultIsWithheld = parameter.DefaultIsWithheld,
        IsDestination = parameter.IsDestination,
        Choices = ChoicesOf(parameter),
        Minimum = parameter.Limits.Minimum,
        Maximum = parameter.Limits.Maximum,
        MinimumIsExclusive = parameter.Limits.MinimumIsExclusive,
        MaximumIsExclusive = parameter.Limits.MaximumIsExclusive,
        DecimalPlaces = parameter.Limits.DecimalPlaces,
        Step = (double?)parameter.Limits.Step,
        DateTimeForm = Enum.Parse<FmeDateTimeForm>(parameter.DateTimeForm.ToString()),
        IsIsoDateTime = parameter.DateTimeFormat.IsIso,
        HasOffset = parameter.DateTimeFormat.HasOffset,
        HasFraction = parameter.DateTimeFormat.HasFraction,
        ColorFormat = From(parameter.ColorFormat ?? ColorFormat.Default),
        GeometryEncoding = parameter.GeometryEncoding,
        GeometryTypes = [.. parameter.GeometryTypes],
        IsEncoded = parameter.CSharpEncoded,
        RecordOverride = parameter.CSharpRecord ?? "",
        IsMultiline = parameter.Hints.IsMultiline,
        HasSlider = parameter.Hints.HasSlider,
        NodeDelimiter = parameter.Hints.NodeDelimiter,
        FileFilters = [.. parameter.Hints.FileFilters],
        Columns = [.. parameter.Hints.Columns],
        Visibility = parameter.Visibility is { } visibility ? From(visibility) : null,
    };

    private static FmeColorFormat From(ColorFormat format) => new(format.Space, format.Component, format.HasAlpha, format.ValueFormat);

    // The names of the kinds are the runtime's: generated code names them too.
    private static FmeParameterKind KindOf(ParameterKind kind) => Enum.Parse<FmeParameterKind>(kind.ToString());

    private static FmeChoice[] ChoicesOf(Parameter parameter)
    {
        int[] numbers = parameter.Kind switch
        {
            ParameterKind.Choice => OptionNumbers.From(parameter.Choices),
            ParameterKind.Boolean => [.. parameter.Choices.Select(YesNo.NumberOf)],
            _ => new int[parameter.Choices.Count],
        };
        return [.. parameter.Choices.Zip(numbers, (choice, number) => new FmeChoice(choice.Value, choice.Caption, number))];
    }

    private static FmeVisibility From(Visibility visibility) => visibility switch
    {
        ParameterEquals equals => FmeVisibility.WhenEquals(equals.Parameter, equals.Value),
        ParameterIsLess less => FmeVisibility.WhenLess(less.Parameter, less.Value),
        ParameterIsGreater greater => FmeVisibility.WhenGreater(greater.Parameter, greater.Value),
        ParameterMatches matches => FmeVisibility.WhenMatches(matches.Parameter, matches.Pattern),
        ParameterIsRuntimeValue runtime => FmeVisibility.WhenRuntimeValue(runtime.Parameter),
        Undecidable unknown => FmeVisibility.Undecidable(unknown.Condition),
        ParameterIsEnabled enabled => FmeVisibility.WhenEnabled(enabled.Parameter),
        AnyOf any => FmeVisibility.AnyOf([.. any.Conditions.Select(From)]),
        AllOf all => FmeVisibility.AllOf([.. all.Conditions.Select(From)]),
        Not not => FmeVisibility.Not(From(not.Condition)),
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "Not a condition."),
    };
}
