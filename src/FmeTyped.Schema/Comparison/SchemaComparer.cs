using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>
/// Compares workspaces with their current state, and classifies each difference by its effect on C# callers. Options that only
/// the server knows are not in the model, so they are never compared.
/// </summary>
internal static class SchemaComparer
{
    /// <summary>The differences, in the order of the workspaces and of their parameters.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyCollection<Workspace> before, IReadOnlyCollection<Workspace> now)
    {
        IReadOnlyList<WorkspaceApi> earlier = CSharpApi.From(before);
        Dictionary<(string Repository, string Name), WorkspaceApi> later = CSharpApi.From(now).ToDictionary(workspace => workspace.Identity);
        var differences = new List<Difference>();
        var gone = new List<WorkspaceApi>();
        foreach (WorkspaceApi workspace in earlier)
        {
            if (later.TryGetValue(workspace.Identity, out WorkspaceApi? current))
            {
                later.Remove(workspace.Identity);
                differences.AddRange(CompareBoth(workspace, current));
            }
            else
            {
                gone.Add(workspace);
            }
        }

        List<WorkspaceApi> added = [.. later.Values];
        foreach (WorkspaceApi workspace in gone)
        {
            differences.AddRange(CompareGone(workspace, added));
        }

        differences.AddRange(added.SelectMany(AddedOf));
        return differences;
    }

    // A new workspace of the same name in another repository is most likely the same one.
    private static IReadOnlyList<Difference> CompareGone(WorkspaceApi workspace, List<WorkspaceApi> added)
    {
        var differences = new WorkspaceDifferences(workspace);
        WorkspaceApi[] namesakes = [.. added.Where(candidate => candidate.Workspace.Name == workspace.Workspace.Name)];
        if (namesakes.Length != 1)
        {
            differences.Add(DifferenceKind.WorkspaceRemoved, "was removed, and its type with it");
            return differences.Found;
        }

        WorkspaceApi moved = namesakes[0];
        added.Remove(moved);
        differences.Add(
            DifferenceKind.WorkspaceMoved, $"moved to the repository {moved.Workspace.Repository}, and its type to the namespace {moved.Type.Namespace}");
        CompareParameters(workspace, moved, differences);
        return differences.Found;
    }

    private static IReadOnlyList<Difference> AddedOf(WorkspaceApi workspace)
    {
        var differences = new WorkspaceDifferences(workspace);
        differences.Add(DifferenceKind.WorkspaceAdded, "is new");
        return differences.Found;
    }

    private static IReadOnlyList<Difference> CompareBoth(WorkspaceApi before, WorkspaceApi now)
    {
        var differences = new WorkspaceDifferences(before);
        if (before.Type != now.Type)
        {
            differences.Add(DifferenceKind.TypeRenamed, $"is now called {now.Type.Namespace}.{now.Type.Name}");
        }

        foreach (string service in before.Workspace.Services.Except(now.Workspace.Services))
        {
            differences.Add(DifferenceKind.ServiceRemoved, $"is no longer registered for the service {service}");
        }

        foreach (string service in now.Workspace.Services.Except(before.Workspace.Services))
        {
            differences.Add(DifferenceKind.ServiceAdded, $"is now registered for the service {service}");
        }

        if (before.Workspace.Title != now.Workspace.Title || before.Workspace.Description != now.Workspace.Description)
        {
            differences.Add(DifferenceKind.TitleChanged, "has another title or description");
        }

        CompareParameters(before, now, differences);
        return differences.Found;
    }

    private static void CompareParameters(WorkspaceApi before, WorkspaceApi now, WorkspaceDifferences differences)
    {
        int guesses = 0;
        ParameterApi[] added = [.. now.Parameters.Where(parameter => before.Find(parameter.Parameter.Name) is null)];
        foreach (ParameterApi parameter in before.Parameters)
        {
            if (now.Find(parameter.Parameter.Name) is { } current)
            {
                new ParameterComparer(parameter, current, differences).Compare();
            }
            else
            {
                differences.Add(
                    DifferenceKind.ParameterRemoved,
                    parameter.Parameter.Name,
                    parameter.Property,
                    $"{parameter.Parameter.Name} was removed or made private",
                    guesses++ < RenameProposal.MostGuesses ? RenameProposal.For(parameter, added) : null);
            }
        }

        foreach (ParameterApi parameter in added)
        {
            AddNew(parameter, differences);
        }

        if (!InOrderOf(before, now).SequenceEqual(InOrderOf(now, before)))
        {
            differences.Add(DifferenceKind.OrderChanged, "has its parameters in another order");
        }
    }

    private static void AddNew(ParameterApi parameter, WorkspaceDifferences differences)
    {
        (DifferenceKind kind, string words) = parameter.Parameter switch
        {
            { IsRequiredMember: true } => (DifferenceKind.RequiredParameterAdded, "is new, and has to be set"),
            { MustBeSet: true } => (DifferenceKind.RequiredParameterAdded, "is new, and has to be set while it is shown"),
            _ => (DifferenceKind.ParameterAdded, "is new"),
        };
        differences.Add(kind, parameter.Parameter.Name, parameter.Property, $"{parameter.Parameter.Name} {words}");
    }

    private static IEnumerable<string> InOrderOf(WorkspaceApi workspace, WorkspaceApi other) =>
        workspace.Parameters.Select(parameter => parameter.Parameter.Name).Where(name => other.Find(name) is not null);
}
