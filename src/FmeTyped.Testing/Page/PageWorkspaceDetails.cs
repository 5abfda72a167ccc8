using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A workspace with what the page's form asks for.</summary>
internal sealed class PageWorkspaceDetails(PublishedWorkspace workspace)
{
    public string Repository => workspace.Repository;

    public string Name => workspace.Name;

    public string Label { get; } = PageText.OneLine(workspace.ToString());

    public string Title { get; } = PageText.OneLine(workspace.Model.Title);

    public string Description { get; } = PageText.Lines(workspace.Model.Description);

    public IEnumerable<object> Parameters => workspace.Model.Parameters.Select(parameter => new
    {
        parameter.Name,
        Label = PageText.OneLine(parameter.Name),
        Prompt = PageText.OneLine(parameter.Prompt.TrimEnd(' ', ':')),
        IsRequired = parameter.MustBeSet,
        parameter.IsList,
        IsSecret = parameter.Kind == ParameterKind.Secret,
        parameter.Hints.IsMultiline,
        IsOpen = parameter.Kind == ParameterKind.OpenChoice,
        Choices = parameter.Choices.Select(choice => new { choice.Value, Caption = PageText.OneLine(choice.Caption) }),
        Hint = HintOf(parameter),
    });

    private static string HintOf(Parameter parameter)
    {
        string value = parameter switch
        {
            { DefaultIsWithheld: true } => "Default: a secret.",
            { Default: { IsBlank: false } found } => $"Default: {PageText.OneLine(string.Join(", ", found.Items))}",
            _ => "",
        };
        return $"{Form(parameter)} {value}".Trim();
    }

    private static string Form(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Integer => "A whole number.",
        ParameterKind.Float => "A number.",
        ParameterKind.DateTime => "A date, a time or both, as FME writes them.",
        ParameterKind.Color => "A color, as FME writes it.",
        ParameterKind.Geometry => "A geometry.",
        ParameterKind.File => "The path of a file on the server.",
        ParameterKind.Folder => "The path of a folder on the server.",
        ParameterKind.CoordinateSystem => "The name of a coordinate system.",
        ParameterKind.Connection => "The name of a connection.",
        _ when parameter is { IsList: true, Choices.Count: 0 } => "A value on each line.",
        _ => "",
    };
}
