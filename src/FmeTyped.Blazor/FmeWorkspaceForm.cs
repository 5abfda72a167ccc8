using System.Diagnostics.CodeAnalysis;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor;

/// <summary>The form of a workspace that has a generated type.</summary>
/// <typeparam name="TRequest">The generated type.</typeparam>
public sealed class FmeWorkspaceForm<TRequest> : FmeFormBase
    where TRequest : class, IFmeRequest<TRequest>
{
    /// <summary>
    /// Called with the request once it is valid, in the place of its submission. Files are read from the browser when the request is sent, so send it before
    /// the call returns.
    /// </summary>
    [Parameter]
    public EventCallback<TRequest> OnSubmit { get; set; }

    private protected override FmeWorkspaceDescriptor Workspace => TRequest.Descriptor;

    private protected override bool HasOnSubmit => OnSubmit.HasDelegate;

    private protected override bool TryRead(
        FmeParameterReader reader, [NotNullWhen(true)] out IFmeRequest? request, out IReadOnlyList<FmeValidationError> errors)
    {
        bool fits = FmeRequestReading.TryRead(reader, out TRequest? typed, out errors);
        request = typed;
        return fits;
    }

    private protected override Task SubmitAsync(IFmeRequest request) => OnSubmit.InvokeAsync((TRequest)request);
}
