using Bunit;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace FmeTyped.Blazor.Tests;

/// <summary>Renders forms without a page.</summary>
internal sealed class FormContext : BunitContext
{
    public FormContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<AntiforgeryStateProvider>(new NoAntiforgery());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>The request that the form gave to its page last.</summary>
    public IFmeRequest? Submitted { get; private set; }

    public IRenderedComponent<FmeDescriptorForm> Render(
        FmeWorkspaceDescriptor workspace, Action<ComponentParameterCollectionBuilder<FmeDescriptorForm>>? more = null) =>
        Render<FmeDescriptorForm>(parameters =>
        {
            parameters.Add(form => form.Descriptor, workspace).Add(form => form.OnSubmit, request => Submitted = request);
            more?.Invoke(parameters);
        });

    public IRenderedComponent<FmeDescriptorForm> Render(params FmeParameterDescriptor[] parameters) =>
        Render(new FmeWorkspaceDescriptor("R", "w.fmw") { Parameters = parameters });

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
