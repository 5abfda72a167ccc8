using FmeTyped.Schema.Model;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Preserves the C# that callers use, as far as <c>csharp</c> can: the names of what still exists, and the types and "required"
/// modifiers of parameters that the server calls text.
/// </summary>
internal static class ApiPreservation
{
    public static SchemaDocument Keep(SchemaDocument before, SchemaDocument now)
    {
        Dictionary<(string Repository, string Name), WorkspaceApi> earlier =
            CSharpApi.From([.. before.Workspaces]).ToDictionary(workspace => workspace.Identity);
        IReadOnlyList<WorkspaceApi> later = CSharpApi.From([.. now.Workspaces]);
        return now.WithRecords(now.Records.Select((record, i) =>
        {
            var choices = new CSharpChoices(record);
            if (earlier.TryGetValue(later[i].Identity, out WorkspaceApi? workspace))
            {
                KeepWorkspace(workspace, later[i], choices);
            }

            return choices.Record;
        }));
    }

    private static void KeepWorkspace(WorkspaceApi before, WorkspaceApi now, CSharpChoices choices)
    {
        if (before.Type.Name != now.Type.Name)
        {
            choices.NameType(before.Type.Name);
        }

        foreach (ParameterApi parameter in now.Parameters)
        {
            if (before.Find(parameter.Parameter.Name) is { } earlier)
            {
                KeepParameter(earlier, parameter, choices);
            }
        }
    }

    private static void KeepParameter(ParameterApi before, ParameterApi now, CSharpChoices choices)
    {
        string name = now.Parameter.Name;
        if (before.Property != now.Property)
        {
            choices.NameProperty(name, before.Property);
        }

        if (before.Parameter.IsRequiredMember != now.Parameter.IsRequiredMember)
        {
            choices.Choose(name, "required", JsonEdit.Boolean(before.Parameter.IsRequiredMember));
        }

        if (before.Parameter.Kind != now.Parameter.Kind)
        {
            KeepKind(before.Parameter, now.Parameter, choices);
        }

        foreach (OptionSurface option in now.Options)
        {
            OptionSurface? earlier = before.Options.FirstOrDefault(candidate => candidate.Choice.Value == option.Choice.Value);
            if (earlier is not null && earlier.Name != option.Name)
            {
                choices.NameOption(name, option.Choice.Value, earlier.Name);
            }
        }
    }

    private static void KeepKind(Parameter before, Parameter now, CSharpChoices choices)
    {
        if (before is { Kind: ParameterKind.Text, IsList: false } && now.Kind == ParameterKind.Secret)
        {
            choices.Choose(now.Name, "secret", JsonEdit.Boolean(false));
        }
        else if (now is { Kind: ParameterKind.Text, IsList: false } && !before.IsList && TypeOf(before) is { } type)
        {
            choices.Choose(now.Name, "type", JsonEdit.Text(type));
        }
    }

    // The types that csharp can give to a text; options are not among them.
    private static string? TypeOf(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Integer => "integer",
        ParameterKind.Float => "float",
        ParameterKind.DateTime => parameter.DateTimeForm switch
        {
            DateTimeForm.Date => "date",
            DateTimeForm.Time => "time",
            _ => "dateTime",
        },
        ParameterKind.Geometry => parameter.GeometryEncoding.Equals("wkt", StringComparison.OrdinalIgnoreCase) ? "wkt" : "geoJson",
        ParameterKind.Color => "color",
        ParameterKind.CoordinateSystem => "coordinateSystem",
        ParameterKind.Connection => "connection",
        ParameterKind.File => "file",
        ParameterKind.Folder => "folder",
        ParameterKind.Secret => "secret",
        _ => null,
    };
}
