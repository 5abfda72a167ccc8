using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>A request of any parameters and any writing.</summary>
internal sealed class TestRequest(Action<FmeParameterWriter> write, params FmeParameterDescriptor[] parameters) : IFmeRequest
{
    public FmeWorkspaceDescriptor Descriptor { get; } = new("Samples", "test.fmw") { Parameters = parameters };

    public void Write(FmeParameterWriter writer) => write(writer);

    /// <summary>The one problem of a request with one parameter.</summary>
    public static FmeValidationError ProblemOf(FmeParameterDescriptor parameter, Action<FmeParameterWriter, FmeParameterDescriptor> write) =>
        Assert.Single(From(parameter, write).Validate());

    public static void HasNoProblem(FmeParameterDescriptor parameter, Action<FmeParameterWriter, FmeParameterDescriptor> write) =>
        Assert.Empty(From(parameter, write).Validate());

    /// <summary>What is sent for one parameter.</summary>
    public static FmeParameterValue SentOf(FmeParameterDescriptor parameter, Action<FmeParameterWriter, FmeParameterDescriptor> write) =>
        Assert.Single(From(parameter, write).ToParameterValues(includeSecrets: true)).Value;

    private static TestRequest From(FmeParameterDescriptor parameter, Action<FmeParameterWriter, FmeParameterDescriptor> write) =>
        new(writer => write(writer, parameter), parameter);
}
