using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.Generator.Tests;

/// <summary>The ways to call a method that takes a request, with the oldest compiler language that is supported.</summary>
public class CallShapeTests
{
    private static readonly string[] WithOptions = ["request", "options", "cancellationToken"];
    private static readonly string[] WithoutOptions = ["request", "cancellationToken"];

    public static TheoryData<string, string, string[]> Shapes()
    {
        var shapes = new TheoryData<string, string, string[]>();
        foreach ((string arguments, string[] expected) in new[]
        {
            ("r", WithOptions),
            ("r, ct", WithoutOptions),
            ("r, o", WithOptions),
            ("r, o, ct", WithOptions),
            ("r, default", WithoutOptions),
            ("r, null", WithOptions),
            ("r, cancellationToken: ct", WithoutOptions),
            ("r, options: o", WithOptions),
        })
        {
            shapes.Add("RunAsync", arguments, expected);
            shapes.Add("SubmitAsync", arguments, expected);
            shapes.Add("TransactAsync", arguments, expected);
            shapes.Add("DownloadAsync", arguments, expected);
            shapes.Add("SubmitDownloadAsync", arguments, expected);
            shapes.Add("StreamAsync", arguments, expected);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_request_is_sent_in_each_of_these_ways(string method, string arguments, string[] expected)
    {
        string request = method switch { "StreamAsync" =>
            "IFmeDataStreamingRequest", "DownloadAsync" or "SubmitDownloadAsync" => "IFmeDataDownloadRequest", _ => "IFmeRequest" };
        CSharpCompilation user = TestCompilation.Create(
            $$"""
            using System.Threading;
            using System.Threading.Tasks;
            using FmeTyped;
            internal static class User
            {
                public static Task Call(FmeFlowClient fme, {{request}} r, FmeRunOptions o, CancellationToken ct) => fme.{{method}}({{arguments}});
            }
            """,
            LanguageVersion.CSharp12);

        Assert.Empty(user.GetDiagnostics(TestContext.Current.CancellationToken));
        InvocationExpressionSyntax call =
            user.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().Single();
        var called = (IMethodSymbol)user.GetSemanticModel(user.SyntaxTrees[0]).GetSymbolInfo(call, TestContext.Current.CancellationToken).Symbol!;
        Assert.Equal(expected, called.Parameters.Select(parameter => parameter.Name));
    }
}
