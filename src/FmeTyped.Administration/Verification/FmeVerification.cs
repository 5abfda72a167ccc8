using System.Text;

namespace FmeTyped;

/// <summary>The comparison of the server's workspaces with those that code was generated from.</summary>
public sealed class FmeVerification
{
    /// <summary>Creates the result of a comparison.</summary>
    /// <param name="workspaceCount">How many workspaces were compared.</param>
    /// <param name="differences">All differences.</param>
    public FmeVerification(int workspaceCount, IReadOnlyList<FmeDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        WorkspaceCount = workspaceCount;
        Differences = differences;
    }

    /// <summary>How many workspaces were compared.</summary>
    public int WorkspaceCount { get; }

    /// <summary>All differences, in the order of the workspaces that were given.</summary>
    public IReadOnlyList<FmeDifference> Differences { get; }

    /// <summary>Whether a request of the code can fail, or have another effect than intended.</summary>
    public bool IsBreaking => Differences.Any(difference => difference.IsBreaking);

    /// <summary>Returns one line for each difference, the most severe first.</summary>
    public override string ToString()
    {
        if (Differences.Count == 0)
        {
            return $"All {WorkspaceCount} workspaces are as the code knows them.";
        }

        var text = new StringBuilder($"{Differences.Count} differences in {WorkspaceCount} workspaces:");
        foreach (FmeDifference difference in Differences.OrderByDescending(difference => difference.Class))
        {
            text.AppendLine().Append("  ").Append(difference.Class.ToString().ToLowerInvariant()).Append(": ").Append(difference);
        }

        return text.ToString();
    }
}
