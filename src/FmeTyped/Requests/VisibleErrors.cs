namespace FmeTyped;

/// <summary>Drops the errors of parameters that are not visible, or of which nobody here can say whether they are.</summary>
internal static class VisibleErrors
{
    /// <summary>The errors of visible parameters. The values of the request are collected only where a condition has to be decided.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">All errors; null for none.</param>
    /// <param name="areUnread">
    /// Whether the errors are of values that could not be read. Such a value is not in the request, so that it is told even where nobody can say whether
    /// the parameter is visible.
    /// </param>
    public static IReadOnlyList<FmeValidationError> From(IFmeRequest request, List<FmeValidationError>? errors, bool areUnread = false)
    {
        if (errors is null)
        {
            return [];
        }

        if (HasConditional(request.Descriptor, errors))
        {
            DropInvisible(request, errors, areUnread);
        }

        return errors;
    }

    private static bool HasConditional(FmeWorkspaceDescriptor workspace, List<FmeValidationError> errors) =>
        errors.Exists(error => workspace.FindParameter(error.Parameter)?.Visibility is not null);

    private static void DropInvisible(IFmeRequest request, List<FmeValidationError> errors, bool areUnread)
    {
        var values = new VisibilityValueCollector();
        request.Write(values);
        var scope = new VisibilityScope(request.Descriptor.FindParameter, values.Values);
        errors.RemoveAll(error => !(scope.IsVisible(error.Parameter) ?? (areUnread && error.Kind != FmeValidationErrorKind.Missing)));
    }
}
