using AngleSharp.Dom;
using Bunit;
using FmeTyped.Metadata;
using TestContext = Xunit.TestContext;

namespace FmeTyped.Blazor.Tests;

/// <summary>The forms of real workspaces.</summary>
public class CorpusFormTests
{
    [CorpusFact]
    public void Every_parameter_has_a_control_of_its_kind()
    {
        using var context = new FormContext();
        IReadOnlyList<FmeWorkspaceDescriptor> workspaces = CorpusForms.All();
        Dictionary<string, int> counts = [];
        List<string> unfit = [];
        foreach (FmeWorkspaceDescriptor workspace in workspaces)
        {
            IRenderedComponent<FmeDescriptorForm> form = context.Render(workspace);
            Dictionary<string, IElement> fields = form.FindAll("[data-fme-field]").ToDictionary(field => field.GetAttribute("data-fme-field")!);
            foreach (FmeParameterDescriptor parameter in workspace.Parameters)
            {
                string kind = $"{parameter.Kind}{(parameter.IsList ? ", several" : "")}";
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                if (fields[parameter.Name].QuerySelector(ElementOf(parameter)) is null)
                {
                    unfit.Add($"{workspace} {parameter}: {parameter.Kind}");
                }
            }
        }

        foreach ((string kind, int count) in counts.OrderByDescending(count => count.Value))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{count,5} {kind}");
        }

        Assert.Equal(workspaces.Sum(workspace => workspace.Parameters.Count), counts.Values.Sum());
        Assert.True(unfit.Count == 0, string.Join('\n', unfit));
    }

    // What a person expects of the kind, in HTML. A default that only the server understands makes a text field of a number or a moment.
    private static string ElementOf(FmeParameterDescriptor parameter) => parameter switch
    {
        { Kind: FmeParameterKind.Secret } => "input[type=password]",
        { Kind: FmeParameterKind.File, IsDestination: false } => parameter.IsList ? "input[type=file][multiple]" : "input[type=file]:not([multiple])",
        { Kind: FmeParameterKind.Choice, IsList: true } => "input[type=checkbox]",
        { Kind: FmeParameterKind.Choice } => "select, input[type=radio]",
        { IsList: true } => "textarea",
        { Kind: FmeParameterKind.Boolean } => "input[type=checkbox], input[type=radio]",
        { Kind: FmeParameterKind.OpenChoice or FmeParameterKind.CoordinateSystem } => "input[list]",
        { Kind: FmeParameterKind.Integer or FmeParameterKind.Float } when !parameter.HasDefault || double.TryParse(parameter.Default?.Text, out _) =>
            "input[type=number]",
        { Kind: FmeParameterKind.DateTime, DateTimeForm: FmeDateTimeForm.Date, HasDefault: false } => "input[type=date]",
        { Kind: FmeParameterKind.DateTime, DateTimeForm: FmeDateTimeForm.Time, HasDefault: false } => "input[type=time]",
        { Kind: FmeParameterKind.DateTime, DateTimeForm: FmeDateTimeForm.DateTime, HasDefault: false } => "input[type=datetime-local]",
        { Kind: FmeParameterKind.Color } => "input[type=color]",
        { Kind: FmeParameterKind.Geometry } => "textarea",
        { IsMultiline: true } => "textarea",
        _ => "input[type=text]",
    };
}
