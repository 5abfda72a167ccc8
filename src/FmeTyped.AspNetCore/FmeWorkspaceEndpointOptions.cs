using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;

namespace FmeTyped;

/// <summary>How a workspace is offered on the web.</summary>
/// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
public sealed class FmeWorkspaceEndpointOptions<TRequest>
    where TRequest : class, IFmeRequest<TRequest>
{
    internal FmeWorkspaceEndpointOptions() => HostParameters = TRequest.Descriptor.Parameters
        .Where(parameter => parameter.IsDestination || parameter.Kind == FmeParameterKind.Folder)
        .Select(parameter => parameter.Name)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The wire names of the parameters that callers may not set. They are not in the OpenAPI document; <see cref="Prepare"/> can set them. At first these are
    /// folders and what the workspace writes: paths on the server, which are nothing for a stranger to choose.
    /// </summary>
    public ISet<string> HostParameters { get; }

    /// <summary>
    /// Whether callers may also name a file by a path on the server or by a URL that the server then fetches. Otherwise, which is the default, files come as
    /// parts of a <c>multipart/form-data</c> body.
    /// </summary>
    public bool AllowServerPaths { get; set; }

    /// <summary>
    /// Completes a caller's request before it is checked: <c>(context, report) => report with { Customer = context.User.Identity!.Name }</c>.
    /// </summary>
    public Func<HttpContext, TRequest, TRequest>? Prepare { get; set; }

    /// <summary>How a request is run, such as its queue; null for the defaults.</summary>
    public Func<HttpContext, TRequest, FmeRunOptions>? RunOptions { get; set; }

    /// <summary>
    /// How long a POST waits for the job, to respond with its result. The response to a longer job is 202 and its address, as it is to every job where this is
    /// zero, which is the default.
    /// </summary>
    public TimeSpan WaitTime { get; set; }

    /// <summary>How long a job can be asked for after it was submitted: 7 days by default. Then its id is a 404; the job on FME Flow stays.</summary>
    public TimeSpan JobLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The largest body in bytes, files included: 30,000,000 by default. Proxies and servers before the app may take less.</summary>
    public long MaximumBodySize { get; set; } = 30_000_000;

    /// <summary>The name of the client that was registered with <c>AddFmeFlow(name, ...)</c>; null for the one without a name.</summary>
    public string? Client { get; set; }

    /// <summary>Rejects what cannot work before the first caller meets it.</summary>
    internal void Validate()
    {
        FmeWorkspaceDescriptor workspace = TRequest.Descriptor;
        if (HostParameters.FirstOrDefault(name => workspace.FindParameter(name) is null) is { } unknown)
        {
            throw new InvalidOperationException($"HostParameters: {workspace} has no parameter '{unknown}'.");
        }

        if (Prepare is null && HostParameters.FirstOrDefault(name => workspace.FindParameter(name)!.MustBeSet) is { } unset)
        {
            throw new InvalidOperationException($"{workspace} needs the parameter '{unset}', which is one of HostParameters: set it in Prepare.");
        }

        Require(WaitTime >= TimeSpan.Zero, $"WaitTime is {WaitTime}; it cannot be negative.");
        Require(JobLifetime > TimeSpan.Zero, $"JobLifetime is {JobLifetime}; it has to be greater than zero.");
        Require(MaximumBodySize > 0, $"MaximumBodySize is {MaximumBodySize}; it has to be greater than zero.");
    }

    /// <summary>Whether callers may set a parameter.</summary>
    internal bool IsOfCallers(FmeParameterDescriptor parameter) => !HostParameters.Contains(parameter.Name);

    /// <summary>Whether a parameter is a file that a caller sends as a part of the body.</summary>
    internal bool IsUpload(FmeParameterDescriptor parameter) => IsOfCallers(parameter) && parameter is { Kind: FmeParameterKind.File, IsDestination: false };

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
