using System.Reflection;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests;

/// <summary>A dll that was compiled against the bindings of yesterday's schema, run with those of today's.</summary>
public class StaleCallerTests
{
    private const string Caller =
        """
        using App.Fme.Test;
        using FmeTyped;

        internal static class Caller
        {
            public static IFmeRequest Order() => new Report
            {
                Layers = [Report.LayersOption.Roads, Report.LayersOption.Water],
                Size = Report.SizeOption.Large,
            };
        }
        """;

    private static readonly string Old = Sample.From(Sample.Workspace(
        "report.fmw", Layers("buildings", "roads", "water"), Sample.Choice("SIZE", "small", "large")));

    private static readonly string New = Sample.From(Sample.Workspace(
        "report.fmw",
        Sample.Text("TITLE"),
        Layers("buildings", "parcels", "roads", "rivers", "water"),
        Sample.Choice("SIZE", "tiny", "small", "medium", "large")));

    [Fact]
    public void A_caller_compiled_against_an_older_schema_sends_what_its_author_meant()
    {
        using var context = new TestLoadContext();
        IFmeRequest request = OrderOf(context, compiledAgainst: Old, runWith: New);

        IReadOnlyDictionary<string, FmeParameterValue> sent = request.ToParameterValues();
        Assert.Equal(["TITLE", "LAYERS", "SIZE"], request.Descriptor.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["LAYERS", "SIZE"], sent.Keys);
        Assert.Equal(["roads", "water"], sent["LAYERS"].Items);
        Assert.Equal("large", sent["SIZE"].Text);
        Assert.Empty(request.Validate());
    }

    [Fact]
    public void An_option_that_is_gone_is_refused_and_never_replaced_by_another()
    {
        using var context = new TestLoadContext();
        IFmeRequest request = OrderOf(context, compiledAgainst: New, runWith: Old.Replace("roads", "railways", StringComparison.Ordinal));

        FmeValidationError problem = Assert.Single(request.Validate());
        Assert.Equal((FmeValidationErrorKind.UnknownOption, "LAYERS"), (problem.Kind, problem.Parameter));
    }

    private static IFmeRequest OrderOf(TestLoadContext context, string compiledAgainst, string runWith)
    {
        MetadataReference bindings = MetadataReference.CreateFromImage(TestLoadContext.ImageOf(GeneratorRun.From(compiledAgainst).Output));
        Compilation caller = TestCompilation.Create(Caller, LanguageVersion.CSharp12).WithAssemblyName("Caller").AddReferences(bindings);

        context.Load(TestLoadContext.ImageOf(GeneratorRun.From(runWith).Output));
        MethodInfo order = context.Load(TestLoadContext.ImageOf(caller)).GetType("Caller")!.GetMethod("Order")!;
        return (IFmeRequest)order.Invoke(null, null)!;
    }

    private static string Layers(params string[] values) => Sample.Choice("LAYERS", values)
        .Replace("\"CHOICE\", \"model\": \"string\"", "\"LISTBOX\", \"model\": \"list\"", StringComparison.Ordinal);
}
