namespace FmeTyped;

/// <summary>Removes the errors of parameters that are not visible, or whose visibility cannot be decided.</summary>
internal static class VisibleErrors
{
    /// <summary>Returns the errors of visible parameters. The values of the request are collected only if a condition must be decided.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">All errors; null for none.</param>
    /// <param name="areUnread">
    /// Whether the errors are about values that could not be read. Such a value is not in the request, so it is reported even if it cannot be decided whether
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
