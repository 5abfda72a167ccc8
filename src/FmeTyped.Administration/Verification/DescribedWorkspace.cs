using FmeTyped.Metadata;
using FmeTyped.Schema.Model;

namespace FmeTyped.Administration;

/// <summary>Creates the model of a descriptor. It has no C# names, except those of option types.</summary>
internal static class DescribedWorkspace
{
    public static Workspace From(FmeWorkspaceDescriptor workspace) => new(workspace.Repository, workspace.Workspace)
    {
        Title = workspace.Title,
        Description = workspace.Description,
        Services = new([.. workspace.Services]),
        ServicesAreKnown = workspace.Services.Count > 0,
        Parameters = new([.. workspace.Parameters.Select(From)]),
    };

    private static Parameter From(FmeParameterDescriptor parameter)
    {
        var read = new Parameter(parameter.Name, KindOf(parameter.Kind))
        {
            IsList = parameter.IsList,
            Prompt = parameter.Prompt,
            Group = parameter.Group,
            IsOptional = parameter.IsOptional,
            IsDestination = parameter.IsDestination,
            Default = parameter.Default is { } found ? new ParameterDefault(new([.. found.Items]), found.IsList) : null,
            DefaultIsWithheld = parameter.DefaultIsWithheld,
            Choices = new([.. parameter.Choices.Select(choice => From(choice, parameter.Kind))]),
            Limits = LimitsOf(parameter),
            DateTimeForm = FormOf(parameter.DateTimeForm),
            DateTimeFormat = new DateTimeFormat { IsIso = parameter.IsIsoDateTime, HasOffset = parameter.HasOffset, HasFraction = parameter.HasFraction },
            ColorFormat = parameter is { Kind: FmeParameterKind.Color, ColorFormat: var color }
                ? new ColorFormat(color.ColorSpace, color.ComponentValueType, color.HasAlpha, color.ValueFormat)
                : null,
            GeometryEncoding = parameter.GeometryEncoding,
            GeometryTypes = new([.. parameter.GeometryTypes]),
            Visibility = parameter.Visibility is { } visibility ? From(visibility) : null,
            CSharpName = PropertyOf(parameter.OptionType),
        };

        // If it differs from the rule, the team chose it.
        return read.MustBeSet == parameter.MustBeSet ? read : read with { CSharpRequired = parameter.MustBeSet };
    }

    private static Choice From(FmeChoice choice, FmeParameterKind kind) =>
        new(choice.Value, choice.Caption) { IsYes = kind == FmeParameterKind.Boolean && choice.Number == 1 };

    // Both have the same names, and reading them needs no reflection.
    private static ParameterKind KindOf(FmeParameterKind kind) => kind switch
    {
        FmeParameterKind.Text => ParameterKind.Text,
        FmeParameterKind.Integer => ParameterKind.Integer,
        FmeParameterKind.Float => ParameterKind.Float,
        FmeParameterKind.Choice => ParameterKind.Choice,
        FmeParameterKind.Boolean => ParameterKind.Boolean,
        FmeParameterKind.OpenChoice => ParameterKind.OpenChoice,
        FmeParameterKind.CoordinateSystem => ParameterKind.CoordinateSystem,
        FmeParameterKind.File => ParameterKind.File,
        FmeParameterKind.Folder => ParameterKind.Folder,
        FmeParameterKind.DateTime => ParameterKind.DateTime,
        FmeParameterKind.Secret => ParameterKind.Secret,
        FmeParameterKind.Color => ParameterKind.Color,
        FmeParameterKind.Geometry => ParameterKind.Geometry,
        FmeParameterKind.Connection => ParameterKind.Connection,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of parameter."),
    };

    private static NumberLimits LimitsOf(FmeParameterDescriptor parameter) => new()
    {
        Minimum = parameter.Minimum,
        Maximum = parameter.Maximum,
        MinimumIsExclusive = parameter.MinimumIsExclusive,
        MaximumIsExclusive = parameter.MaximumIsExclusive,
        DecimalPlaces = parameter.DecimalPlaces,
        Step = (decimal?)parameter.Step,
    };

    private static DateTimeForm FormOf(FmeDateTimeForm form) => form switch
    {
        FmeDateTimeForm.Date => DateTimeForm.Date,
        FmeDateTimeForm.Time => DateTimeForm.Time,
        FmeDateTimeForm.DateTime => DateTimeForm.DateTime,
        _ => DateTimeForm.Any,
    };

    private static Visibility From(FmeVisibility visibility) => visibility.Kind switch
    {
        FmeVisibilityKind.Equals => new ParameterEquals(visibility.Parameter, visibility.Value),
        FmeVisibilityKind.Less => new ParameterIsLess(visibility.Parameter, visibility.Value),
        FmeVisibilityKind.Greater => new ParameterIsGreater(visibility.Parameter, visibility.Value),
        FmeVisibilityKind.Matches => new ParameterMatches(visibility.Parameter, visibility.Value),
        FmeVisibilityKind.RuntimeValue => new ParameterIsRuntimeValue(visibility.Parameter),
        FmeVisibilityKind.Enabled => new ParameterIsEnabled(visibility.Parameter),
        FmeVisibilityKind.AnyOf => new AnyOf(new([.. visibility.Conditions.Select(From)])),
        FmeVisibilityKind.AllOf => new AllOf(new([.. visibility.Conditions.Select(From)])),
        FmeVisibilityKind.Not => new Not(From(visibility.Conditions[0])),
        _ => new Undecidable(visibility.Value),
    };

    // An option type is named after its property.
    private static string? PropertyOf(Type? optionType) =>
        optionType?.Name is { } name && name.EndsWith(OptionSuffix, StringComparison.Ordinal) ? name[..^OptionSuffix.Length] : null;

    private const string OptionSuffix = "Option";
}
