using System.Diagnostics.CodeAnalysis;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor;

/// <summary>The form of a workspace that is known by its descriptor only.</summary>
public sealed class FmeDescriptorForm : FmeFormBase
{
    /// <summary>The workspace.</summary>
    [Parameter, EditorRequired]
    public FmeWorkspaceDescriptor? Descriptor { get; set; }

    /// <summary>
    /// Called with the request once it is valid, in the place of its submission. Files are read from the browser when the request is sent, so send it before
    /// the call returns.
    /// </summary>
    [Parameter]
    public EventCallback<IFmeRequest> OnSubmit { get; set; }

    private protected override FmeWorkspaceDescriptor? Workspace => Descriptor;

    private protected override bool HasOnSubmit => OnSubmit.HasDelegate;

    private protected override bool TryRead(
        FmeParameterReader reader, [NotNullWhen(true)] out IFmeRequest? request, out IReadOnlyList<FmeValidationError> errors) =>
        FmeRequestReading.TryRead(Descriptor!, reader, out request, out errors);

    private protected override Task SubmitAsync(IFmeRequest request) => OnSubmit.InvokeAsync(request);
}
