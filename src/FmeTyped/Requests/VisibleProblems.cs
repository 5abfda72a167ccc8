namespace FmeTyped;

/// <summary>Drops the problems of parameters that are not visible, or of which nobody here can say whether they are.</summary>
internal static class VisibleProblems
{
    /// <summary>The problems of visible parameters. The values of the request are collected only where a condition has to be decided.</summary>
    public static IReadOnlyList<FmeValidationError> From(IFmeRequest request, List<FmeValidationError>? problems)
    {
        if (problems is null)
        {
            return [];
        }

        if (HasConditional(request.Descriptor, problems))
        {
            DropInvisible(request, problems);
        }

        return problems;
    }

    private static bool HasConditional(FmeWorkspaceDescriptor workspace, List<FmeValidationError> problems) =>
        problems.Exists(problem => workspace.FindParameter(problem.Parameter)?.Visibility is not null);

    private static void DropInvisible(IFmeRequest request, List<FmeValidationError> problems)
    {
        var values = new VisibilityValueCollector();
        request.Write(values);
        var scope = new VisibilityScope(request.Descriptor, values.Values);
        problems.RemoveAll(problem => scope.IsVisible(problem.Parameter) != true);
    }
}
