using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FmeTyped;
using FmeTyped.Metadata;

namespace WorkspaceForm;

/// <summary>Finds the generated requests of an assembly by the names of their workspaces.</summary>
internal sealed class Workspaces(Assembly assembly)
{
    public IReadOnlyList<Workspace> All { get; } =
    [
        .. assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IFmeRequest)))
            .Select(type => (Workspace)Activator.CreateInstance(typeof(Workspace<>).MakeGenericType(type))!)
            .OrderBy(workspace => workspace.Descriptor.ToString(), StringComparer.Ordinal),
    ];

    public Workspace? Find(string repository, string workspace) =>
        All.FirstOrDefault(one => one.Descriptor.Repository == repository && one.Descriptor.Workspace == workspace);
}

/// <summary>A workspace whose generated type is not known at compile time.</summary>
internal abstract class Workspace
{
    public abstract FmeWorkspaceDescriptor Descriptor { get; }

    public abstract bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values, [NotNullWhen(true)] out IFmeRequest? request, out IReadOnlyList<FmeValidationError> problems);
}

/// <summary>The workspace of a generated type.</summary>
internal sealed class Workspace<TRequest> : Workspace
    where TRequest : class, IFmeRequest<TRequest>
{
    public override FmeWorkspaceDescriptor Descriptor => TRequest.Descriptor;

    public override bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values, [NotNullWhen(true)] out IFmeRequest? request, out IReadOnlyList<FmeValidationError> problems)
    {
        bool fits = TRequest.TryRead(values, out TRequest? typed, out problems);
        request = typed;
        return fits;
    }
}
