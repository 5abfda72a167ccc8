using FmeTyped.AI;
using FmeTyped.Metadata;

namespace FmeTyped;

/// <summary>Makes tools for language models from workspaces.</summary>
public static class FmeTools
{
    /// <summary>
    /// Makes the tools of a workspace: one that runs it, one that reports how its jobs stand, and one that cancels them. The last two see the jobs of these
    /// tools only.
    /// </summary>
    /// <remarks>Secrets, folders and files to write to, and the host's <see cref="FmeToolOptions.FixedValues"/> are no parameters of the tool.</remarks>
    /// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="options">How the workspace is offered; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// An option is not usable, or the workspace needs a parameter that can be neither left out nor offered to a model.
    /// </exception>
    public static IReadOnlyList<FmeTool> For<TRequest>(FmeFlowClient client, FmeToolOptions? options)
        where TRequest : class, IFmeRequest<TRequest> => For(TRequest.Descriptor, client, options);

    /// <summary>
    /// Makes the tools of a workspace that is known at run time only: one that runs it, one that reports how its jobs stand, and one that cancels them. The
    /// last two see the jobs of these tools only.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="client">The client.</param>
    /// <param name="options">How the workspace is offered; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// An option is not usable, or the workspace needs a parameter that can be neither left out nor offered to a model.
    /// </exception>
    public static IReadOnlyList<FmeTool> For(FmeWorkspaceDescriptor workspace, FmeFlowClient client, FmeToolOptions? options)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        string name = ToolNames.For([workspace])[0];
        return Create([workspace], [name], name, client, options);
    }

    /// <summary>
    /// Makes the tools of several workspaces: one for each that runs it, one that reports how a job stands, and one that cancels a job. The last two see the
    /// jobs of these tools only. The limits of the options are for all of them together.
    /// </summary>
    /// <param name="workspaces">The workspaces.</param>
    /// <param name="client">The client.</param>
    /// <param name="options">
    /// How the workspaces are offered; null for the defaults. A fixed value is one of each workspace that has the parameter.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An option is not usable, or a workspace needs a parameter that can be neither left out nor offered to a model.
    /// </exception>
    public static IReadOnlyList<FmeTool> For(IEnumerable<FmeWorkspaceDescriptor> workspaces, FmeFlowClient client, FmeToolOptions? options)
    {
        ArgumentNullException.ThrowIfNull(workspaces);
        FmeWorkspaceDescriptor[] all = [.. workspaces];
        return Create(all, ToolNames.For(all), ToolNames.OfJobs, client, options);
    }

    private static List<FmeTool> Create(
        FmeWorkspaceDescriptor[] workspaces, IReadOnlyList<string> names, string jobs, FmeFlowClient client, FmeToolOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        options ??= new FmeToolOptions();
        OptionsCheck.Check(options, workspaces);
        var desk = new JobDesk(client, options);
        var status = new StatusTool(ToolNames.StatusOf(jobs), desk, options);
        var cancel = new CancelTool(ToolNames.CancelOf(jobs), status.Name, desk, options);
        return
        [
            .. workspaces.Select((workspace, index) => new RunTool(names[index], status.Name, new ToolParameters(workspace, options), client, desk, options)),
            status,
            cancel,
        ];
    }
}
