using FmeTyped.Metadata;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A job that the emulator accepted.</summary>
public sealed class FmeSubmission
{
    internal FmeSubmission(long jobId, JobOrder order)
    {
        JobId = jobId;
        Order = order;
        Repository = order.Workspace.Repository;
        Workspace = order.Workspace.Name;
        Parameters = order.Parameters;
        ParametersWithDefaults = WithDefaults(order);
    }

    /// <summary>The job's id.</summary>
    public long JobId { get; }

    /// <summary>The repository, such as <c>Samples</c>.</summary>
    public string Repository { get; }

    /// <summary>The workspace's file name, such as <c>austinDownload.fmw</c>.</summary>
    public string Workspace { get; }

    /// <summary>The values as they were sent, by name, including names that the workspace does not publish.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue> Parameters { get; }

    /// <summary>The values that the workspace runs with: those that were sent, and the workspace's defaults for the others.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue> ParametersWithDefaults { get; }

    /// <summary>
    /// The path of the source data that was sent as the request's body, for <see cref="FmeFlowFiles"/> to read; null if there is none.
    /// </summary>
    public string? SourceData => Order.SourceData;

    /// <summary>The request that was sent.</summary>
    /// <typeparam name="TRequest">The request's type.</typeparam>
    /// <exception cref="InvalidOperationException">The job belongs to another workspace, or a value does not fit the type.</exception>
    public TRequest Read<TRequest>()
        where TRequest : class, IFmeRequest<TRequest> => Read<TRequest>(Parameters);

    internal JobOrder Order { get; }

    /// <summary>Returns the repository, the workspace and the job's id.</summary>
    public override string ToString() => $"{Repository}/{Workspace}, job {JobId}";

    internal TRequest ReadWithDefaults<TRequest>()
        where TRequest : class, IFmeRequest<TRequest> => Read<TRequest>(ParametersWithDefaults);

    private TRequest Read<TRequest>(IReadOnlyDictionary<string, FmeParameterValue> values)
        where TRequest : class, IFmeRequest<TRequest>
    {
        FmeWorkspaceDescriptor descriptor = TRequest.Descriptor;
        if (descriptor.Repository != Repository || descriptor.Workspace != Workspace)
        {
            throw new InvalidOperationException($"{this} is not of {descriptor}, which {typeof(TRequest).Name} is made for.");
        }

        if (!TRequest.TryRead(values, out TRequest? request, out IReadOnlyList<FmeValidationError> problems))
        {
            throw new InvalidOperationException(
                $"{this} does not fit {typeof(TRequest).Name}; was the type generated from another schema file? {string.Join(" ", problems)}");
        }

        return request;
    }

    // "If published parameters are omitted, default values are provided by the workspace": the article's note on transact.
    private static Dictionary<string, FmeParameterValue> WithDefaults(JobOrder order)
    {
        var values = new Dictionary<string, FmeParameterValue>(order.Parameters);
        foreach (Parameter parameter in order.Workspace.Model.Parameters)
        {
            if (parameter.Default is { IsBlank: false } found)
            {
                values.TryAdd(parameter.Name, found.IsList ? new FmeParameterValue(found.Items.ToFmeList()) : new FmeParameterValue(found.Items[0]));
            }
        }

        return values;
    }
}
