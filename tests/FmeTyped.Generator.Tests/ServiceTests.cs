using System.Globalization;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests;

/// <summary>Which services a generated type can be run by, and what the compiler says of the others.</summary>
public class ServiceTests
{
    private const string Download = "FmeTyped.IFmeDataDownloadRequest";
    private const string Streaming = "FmeTyped.IFmeDataStreamingRequest";

    [Theory]
    [InlineData("", Download, Streaming)]
    [InlineData("\"services\": null,", Download, Streaming)]
    [InlineData("\"services\": [],")]
    [InlineData("\"services\": [\"fmejobsubmitter\"],")]
    [InlineData("\"services\": [\"fmejobsubmitter\", \"fmedatadownload\"],", Download)]
    [InlineData("\"services\": [\"fmedatastreaming\"],", Streaming)]
    [InlineData("\"services\": [\"dataStreaming\", \"dataDownload\", \"jobSubmitter\"],", Download, Streaming)]
    [InlineData("\"services\": [\"fmekmllink\", \"datadownloads\"],")]
    public void A_type_has_the_markers_of_what_it_may_be_run_by(string services, params string[] markers)
    {
        INamedTypeSymbol type = GeneratorRun.From(Schema(services)).Output.GetTypeByMetadataName("App.Fme.Test.Report")!;

        Assert.Equal(markers, type.AllInterfaces.Select(found => found.ToDisplayString()).Where(name => name is Download or Streaming));
    }

    [Theory]
    [InlineData("fme.DownloadAsync(new Report())", Download)]
    [InlineData("fme.DownloadAsync(new Report(), new FmeRunOptions())", Download)]
    [InlineData("fme.SubmitDownloadAsync(new Report())", Download)]
    [InlineData("fme.StreamAsync(new Report())", Streaming)]
    [InlineData("fme.StreamAsync(new Report(), new FmeRunOptions())", Streaming)]
    public void Another_service_is_an_error_that_names_what_is_missing(string call, string marker)
    {
        string code = $$"""
            using App.Fme.Test;
            using FmeTyped;

            internal static class Caller
            {
                public static object Call(FmeFlowClient fme) => {{call}};
            }
            """;

        // Of an overload that fits in the rest, the compiler may say more, but after this.
        Diagnostic error = ErrorsOf(code, "\"services\": [\"fmejobsubmitter\"],").First();
        Assert.Equal($"Argument 1: cannot convert from 'App.Fme.Test.Report' to '{marker}'", error.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(ErrorsOf(code, ""));
    }

    private static IEnumerable<Diagnostic> ErrorsOf(string code, string services) =>
        GeneratorRun.From(Schema(services)).AfterCode(code).Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Schema(string services) =>
        Sample.From($$"""{ "repository": "Test", "workspace": "report.fmw", {{services}} "parameters": [] }""");
}
