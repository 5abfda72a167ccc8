using System.Globalization;
using System.Text;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.Documents;

/// <summary>A Markdown page about the workspaces of one repository, with each parameter, option and limit.</summary>
internal sealed class RepositoryPage
{
    private readonly StringBuilder _text = new();

    private RepositoryPage()
    {
    }

    public static string From(string repository, IEnumerable<WorkspaceApi> workspaces)
    {
        var page = new RepositoryPage();
        page.Line($"# {MarkdownText.From(repository)}");
        foreach (WorkspaceApi workspace in workspaces.OrderBy(workspace => workspace.Workspace.Name, StringComparer.Ordinal))
        {
            page.Write(workspace);
        }

        return page._text.ToString();
    }

    private void Write(WorkspaceApi api)
    {
        Workspace workspace = api.Workspace;
        Line();
        Line($"## {MarkdownText.From(api.Type.Name)}");
        Line();
        Line($"Workspace {MarkdownText.Code($"{workspace.Repository}/{workspace.Name}")}, C# type {MarkdownText.Code(api.Type.Name)}.");
        foreach (string text in new[] { workspace.Title, workspace.Description }.Where(text => text.Length > 0))
        {
            Line();
            Line(MarkdownText.From(text));
        }

        if (workspace.Services.Count > 0)
        {
            Line();
            Line($"Services: {string.Join(", ", workspace.Services.Select(MarkdownText.Code))}.");
        }

        Line();
        if (api.Parameters.Count == 0)
        {
            Line("It has no published parameters.");
            return;
        }

        WriteParameters(api);
        foreach (ParameterApi parameter in api.Parameters.Where(parameter => parameter.Parameter.Choices.Count > 0))
        {
            WriteOptions(parameter);
        }
    }

    private void WriteParameters(WorkspaceApi api)
    {
        Row("C#", "on the wire", "prompt", "kind", "C# type", "default", "limits", "necessity", "shown");
        Row([.. Enumerable.Repeat("---", 9)]);
        foreach (ParameterApi parameter in api.Parameters)
        {
            Parameter model = parameter.Parameter;
            Row(
                MarkdownText.Code(parameter.Property),
                MarkdownText.Code(model.Name),
                MarkdownText.From(model.Group.Length > 0 ? $"{model.Group}: {model.Prompt}" : model.Prompt),
                MarkdownText.From(model.IsList ? $"{model.Kind} list ({model.Type})" : $"{model.Kind} ({model.Type})"),
                MarkdownText.Code(parameter.ReadableType),
                DefaultOf(model),
                LimitsOf(model),
                NecessityOf(model),
                model.Visibility is { } visibility ? $"while {MarkdownText.From(VisibilityText.From(visibility))}" : "always");
        }
    }

    private void WriteOptions(ParameterApi parameter)
    {
        Line();
        Line($"### {MarkdownText.From(parameter.Parameter.Name)}");
        Line();
        if (parameter.Parameter.Kind == ParameterKind.OpenChoice)
        {
            Line("Suggestions; any other text is allowed.");
            Line();
        }

        Row("C#", "is sent", "caption");
        Row("---", "---", "---");
        for (int i = 0; i < parameter.Parameter.Choices.Count; i++)
        {
            Choice choice = parameter.Parameter.Choices[i];
            string member = parameter.OptionType is { } type ? $"{type}.{parameter.Options[i].Name}"
                : choice.IsYes ? "true"
                : "false";
            Row(MarkdownText.Code(member), MarkdownText.Code(choice.Value), MarkdownText.From(choice.Caption));
        }
    }

    private static string DefaultOf(Parameter parameter) =>
        parameter.DefaultIsWithheld ? "withheld"
        : parameter.Default is not { IsBlank: false } found ? ""
        : string.Join(", ", found.Items.Select(MarkdownText.Code)) + (AuthorsDefault.Describe(parameter) is { } fault ? $" ({fault} of the author)" : "");

    private static string LimitsOf(Parameter parameter)
    {
        NumberLimits limits = parameter.Limits;
        string?[] parts =
        [
            limits.Minimum is { } minimum ? $"{(limits.MinimumIsExclusive ? "above" : "from")} {Number(minimum)}" : null,
            limits.Maximum is { } maximum ? $"{(limits.MaximumIsExclusive ? "below" : "to")} {Number(maximum)}" : null,
            limits.DecimalPlaces is { } places ? $"{Number(places)} decimal places" : null,
            limits.Step is { } step ? $"multiples of {FormatText.From(step)}" : null,
            parameter.Kind == ParameterKind.DateTime ? DateTimeOf(parameter) : null,
            parameter.ColorFormat is { } color ? MarkdownText.From(FormatText.From(color)) : null,
            parameter.GeometryTypes.Count > 0 ? string.Join(" or ", parameter.GeometryTypes.Select(MarkdownText.From)) : null,
            parameter.GeometryEncoding.Length > 0 ? MarkdownText.From(parameter.GeometryEncoding) : null,
            .. parameter.Remarks.Select(remark => MarkdownText.From(remark.TrimEnd('.'))),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? DateTimeOf(Parameter parameter) =>
        FormatText.From(parameter.DateTimeForm, parameter.DateTimeFormat) is { Length: > 0 } words ? char.ToLowerInvariant(words[0]) + words[1..^1] : null;

    private static string NecessityOf(Parameter parameter) =>
        parameter.IsRequiredMember ? "required"
        : parameter.MustBeSet ? "required while shown"
        : parameter.IsDestination && !parameter.IsOptional ? "the server chooses"
        : ParameterDocs.IsNowWhenBlank(parameter) && parameter.IsOptional ? "may be blank, which is the present moment"
        : parameter.IsOptional ? "may be blank"
        : "not blank";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private void Row(params string[] cells) => Line($"| {string.Join(" | ", cells)} |");

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
