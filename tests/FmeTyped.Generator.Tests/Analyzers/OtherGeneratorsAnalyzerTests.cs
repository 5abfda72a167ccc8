using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1001: generated requests beside the source generators of System.Text.Json and ASP.NET Core.</summary>
public class OtherGeneratorsAnalyzerTests
{
    private const string Remedy = " Put workspaces.json into a class library that this project references.";
    private const string NoMetadata =
        "Survey is generated in this project, where the System.Text.Json generator does not see it and generates no metadata for it." + Remedy;
    private const string Unchecked =
        "Survey is generated in this project, where the validation generator does not see it: the body is accepted unchecked." + Remedy;
    private const string NotCompiled =
        "Survey is generated in this project, where the request delegate generator does not see it: its code does not compile." + Remedy;

    private static readonly string Survey = Sample.From(Sample.Workspace("survey.fmw", Sample.Text("NOTE")));
    private static readonly string Report = Sample.From(Sample.Workspace("report.fmw", Sample.Text("NOTE")));
    private static readonly (string Name, string Value) DelegatesAreGenerated = ("EnableRequestDelegateGenerator", "true");

    /// <summary>What the generators know ASP.NET Core by, under the same names.</summary>
    private const string AspNetCore = """
        namespace Microsoft.AspNetCore.Http { internal delegate System.Threading.Tasks.Task RequestDelegate(object context); }
        namespace Microsoft.AspNetCore.Routing { internal interface IEndpointRouteBuilder; }
        namespace Microsoft.AspNetCore.Builder
        {
            internal static class EndpointRouteBuilderExtensions
            {
                public static void MapGet(this Routing.IEndpointRouteBuilder app, string pattern, Http.RequestDelegate handler) { }
                public static void MapPost(this Routing.IEndpointRouteBuilder app, string pattern, System.Delegate handler) { }
                public static void MapMethods(this Routing.IEndpointRouteBuilder app, string pattern, System.Collections.Generic.IEnumerable<string> methods, System.Delegate handler) { }
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            internal interface IServiceCollection;
            internal static class ValidationServiceCollectionExtensions
            {
                public static IServiceCollection AddValidation(this IServiceCollection services) => services;
            }
        }
        """;

    /// <summary>A request that was written by hand, or by another generator.</summary>
    private const string ByHand = """
        [System.CodeDom.Compiler.GeneratedCode("Somebody", "1.0")]
        internal sealed class ByHand : FmeTyped.IFmeRequest
        {
            public FmeTyped.Metadata.FmeWorkspaceDescriptor Descriptor => Survey.Descriptor;
            public void Write(FmeTyped.Generated.FmeParameterWriter writer) { }
        }
        """;

    private const string AddsValidation = "services.AddValidation();";

    [Fact]
    public async Task A_request_in_a_JSON_context_is_reported()
    {
        Assert.Equal([new("FME1001", "typeof(Survey)", NoMetadata)], await InJsonContext("[JsonSerializable(typeof(Survey))]"));
    }

    [Theory]
    [InlineData("typeof(List<Survey>)")]
    [InlineData("typeof(Survey[])")]
    [InlineData("typeof(Dictionary<string, List<Survey>>)")]
    public async Task A_request_inside_another_type_is_reported(string type)
    {
        Assert.Equal(
            [new("FME1001", type, NoMetadata)],
            await InJsonContext($"[JsonSerializable(typeof(string)), JsonSerializable({type}, TypeInfoPropertyName = \"Surveys\")]"));
    }

    [Theory]
    [InlineData("[JsonSerializable(typeof(string))]")]
    [InlineData("[JsonSerializable(typeof(List<>))]")]
    [InlineData("[JsonSerializable(typeof(ByHand))]")]
    [InlineData("[JsonConverter(typeof(Survey))]")]
    public async Task Other_types_and_other_attributes_are_not(string attribute)
    {
        Assert.Empty(await InJsonContext(attribute));
    }

    [Fact]
    public async Task A_class_that_is_no_JSON_context_is_not()
    {
        Assert.Empty(await Run("using System.Text.Json.Serialization; using App.Fme.Test; [JsonSerializable(typeof(Survey))] internal class AppJson;"));
    }

    [Fact]
    public async Task A_lambda_with_validation_is_reported_at_its_parameter()
    {
        Assert.Equal([new("FME1001", "survey", Unchecked)], await InApp(AddsValidation, """app.MapPost("/", (int id, Survey survey) => survey);"""));
    }

    [Theory]
    [InlineData("Take")]
    [InlineData("taken")]
    [InlineData("(Func<Survey[], int>)Many")]
    public async Task A_method_and_a_delegate_are_reported_where_they_are_mapped(string handler)
    {
        string pointedAt = handler.Replace("(Func<Survey[], int>)", "", StringComparison.Ordinal);
        IReadOnlyList<AnalyzerRun.Finding> found = await InApp(AddsValidation, $"""Action<Survey> taken = Take; app.MapMethods("/", ["PUT"], {handler});""");

        AnalyzerRun.Finding finding = Assert.Single(found);
        Assert.EndsWith(pointedAt, finding.Code, StringComparison.Ordinal);
        Assert.Equal(Unchecked, finding.Message);
    }

    [Fact]
    public async Task Without_validation_nothing_is_reported()
    {
        Assert.Empty(await InApp("", """app.MapPost("/", (Survey survey) => survey);"""));
    }

    [Theory]
    [InlineData("""app.MapPost("/", (ByHand byHand) => new Survey());""")]
    [InlineData("""app.MapPost("/", (Func<string, Survey>)(text => new Survey()));""")]
    [InlineData("""app.MapGet("/", context => System.Threading.Tasks.Task.FromResult(new Survey()));""")]
    [InlineData("""Own.MapPost((Survey survey) => survey);""")]
    public async Task What_takes_no_generated_request_from_a_route_is_not(string code)
    {
        Assert.Empty(await InApp(AddsValidation, code));
    }

    [Fact]
    public async Task Generated_request_delegates_are_reported_without_validation()
    {
        Assert.Equal([new("FME1001", "survey", NotCompiled)], await InApp("", """app.MapPost("/", (Survey survey) => survey);""", DelegatesAreGenerated));
    }

    [Fact]
    public async Task Each_generator_is_named()
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await InApp(AddsValidation, """app.MapPost("/", (Survey survey) => survey);""", DelegatesAreGenerated);

        Assert.Equal([NotCompiled, Unchecked], found.Select(finding => finding.Message));
    }

    [Fact]
    public async Task Request_delegates_that_are_not_generated_are_not_reported()
    {
        Assert.Empty(await InApp("", """app.MapPost("/", (Survey survey) => survey);""", ("EnableRequestDelegateGenerator", "false")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_from_a_class_library_is_seen_by_all(bool hasWorkspacesOfItsOwn)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.From(
            new OtherGeneratorsAnalyzer(),
            hasWorkspacesOfItsOwn ? Report : null,
            Code("[JsonSerializable(typeof(Survey))]", AddsValidation, """app.MapPost("/", (Survey survey) => survey);"""),
            [AnalyzerRun.Library(Survey)],
            DelegatesAreGenerated);

        Assert.Empty(found);
    }

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> InJsonContext(string attributes) => Run(Code(attributes));

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> InApp(string services, string maps, params (string Name, string Value)[] properties) =>
        Run(Code("", services, maps), properties);

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string code, params (string Name, string Value)[] properties) =>
        AnalyzerRun.From(new OtherGeneratorsAnalyzer(), Survey, code, properties: properties);

    private static string Code(string attributes, string services = "", string maps = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using App.Fme.Test;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        {{attributes}}
        internal sealed class AppJson() : JsonSerializerContext(null)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        internal static class Program
        {
            public static void Configure(IServiceCollection services, IEndpointRouteBuilder app)
            {
                {{services}}
                {{maps}}
            }

            private static void Take(Survey survey) { }

            private static int Many(Survey[] surveys) => surveys.Length;
        }

        internal static class Own
        {
            public static void MapPost(Delegate handler) { }
        }

        {{ByHand}}
        {{AspNetCore}}
        """;
}
