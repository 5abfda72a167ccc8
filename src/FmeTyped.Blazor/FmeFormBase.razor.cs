using System.Diagnostics.CodeAnalysis;
using FmeTyped.Blazor.Forms;
using FmeTyped.Blazor.Jobs;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Blazor;

/// <summary>What <see cref="FmeWorkspaceForm{TRequest}"/> and <see cref="FmeDescriptorForm"/> have in common.</summary>
public abstract partial class FmeFormBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<string> _touched = [];
    private readonly Dictionary<string, IReadOnlyList<IBrowserFile>> _chosen = [];
    private FmeWorkspaceDescriptor? _workspace;
    private IReadOnlyList<FormSection> _layout = [];
    private FormState _state = null!;
    private ILookup<string, string> _problems = Array.Empty<string>().ToLookup(text => text);
    private IReadOnlyList<(FmeFormField Field, string Problem)> _summary = [];
    private string? _failure;
    private bool _isBusy;
    private bool _focusesSummary;
    private FmeUploadProgress? _upload;
    private FmeJob? _job;
    private ElementReference _summaryElement;

    private protected FmeFormBase()
    {
    }

    /// <summary>A name that tells forms of one workspace on a page apart, such as <c>first</c>; null where there is one form of it.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The client that submits the request; null for the <see cref="FmeFlowClient"/> of the services.</summary>
    [Parameter]
    public FmeFlowClient? Client { get; set; }

    /// <summary>
    /// Called with the job that was submitted, for instance to go to a page of its own. Without it the form shows the job in its own place.
    /// </summary>
    [Parameter]
    public EventCallback<FmeJob> OnSubmitted { get; set; }

    /// <summary>The most bytes of a file that can be uploaded. The host's own limits on the size of a request apply as well.</summary>
    [Parameter]
    public long MaximumFileSize { get; set; } = 100 * HelpText.Megabyte;

    /// <summary>Shows a parameter in another way; <see cref="FmeFormField.Content"/> is the way without a template.</summary>
    [Parameter]
    public RenderFragment<FmeFormField>? FieldTemplate { get; set; }

    /// <summary>Shows a section in another way.</summary>
    [Parameter]
    public RenderFragment<FmeFormSection>? SectionTemplate { get; set; }

    /// <summary>Shows other buttons.</summary>
    [Parameter]
    public RenderFragment<FmeFormButtons>? ButtonsTemplate { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = JobLink.QueryName)]
    private string? SubmittedJob { get; set; }

    private protected abstract FmeWorkspaceDescriptor? Workspace { get; }

    private protected abstract bool HasOnSubmit { get; }

    private FmeFlowClient Fme => Client ?? Services.GetRequiredService<FmeFlowClient>();

    private FileBounds Bounds => new(MaximumFileSize);

    private string FormName => $"fme:{_workspace}{(Name is null ? "" : $":{Name}")}";

    private string Stylesheet => Navigation.ToAbsoluteUri(Assets["_content/FmeTyped.Blazor/fme-form.css"]).AbsoluteUri;

    /// <summary>Stops what the form waits for. A job that was submitted goes on.</summary>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Workspace is not { } workspace || workspace == _workspace)
        {
            return;
        }

        _workspace = workspace;
        _layout = FormLayout.From(workspace);
        _state = PostedFields() is { } posted ? PostedForm.Read(workspace, posted, Bounds) : new FormState(workspace);
        _job = SubmittedJob is { } link ? JobLink.Find(Services, Fme, link, FormName) : null;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusesSummary)
        {
            _focusesSummary = false;
            await _summaryElement.FocusAsync();
        }
    }

    private protected abstract bool TryRead(
        FmeParameterReader reader, [NotNullWhen(true)] out IFmeRequest? request, out IReadOnlyList<FmeValidationError> errors);

    private protected abstract Task SubmitAsync(IFmeRequest request);

    // Null where nothing was posted, or the post is that of another form on the page.
    private IFormCollection? PostedFields() =>
        Http?.Request is { HasFormContentType: true, Form: var form } && form["_handler"] == FormName ? form : null;

    private async Task SubmitAsync()
    {
        if (_isBusy || PostedFields()?.ContainsKey(FieldNames.ShowAgain) == true)
        {
            return;
        }

        _failure = null;
        _touched.UnionWith(_workspace!.Parameters.Select(parameter => parameter.Name));
        if (!Check(out IFmeRequest? request))
        {
            ShowSummary();
            return;
        }

        _summary = [];
        _isBusy = true;
        try
        {
            if (HasOnSubmit)
            {
                await SubmitAsync(request);
            }
            else
            {
                await ShowAsync(await SendAsync(request));
            }
        }
        catch (FmeValidationException invalid)
        {
            Keep(invalid.Errors);
            ShowSummary();
        }
        catch (FmeException failed)
        {
            _failure = ShownText.From(failed.Message);
        }
        finally
        {
            (_isBusy, _upload) = (false, null);
        }
    }

    private Task<FmeJob> SendAsync(IFmeRequest request)
    {
        var options = new FmeRunOptions { UploadProgress = new Progress<FmeUploadProgress>(ShowUpload) };
        CancellationToken stop = Http?.RequestAborted ?? _gone.Token;
        return request is IFmeDataDownloadRequest download ? Fme.SubmitDownloadAsync(download, options, stop) : Fme.SubmitAsync(request, options, stop);
    }

    private async Task ShowAsync(FmeJob job)
    {
        if (OnSubmitted.HasDelegate)
        {
            await OnSubmitted.InvokeAsync(job);
        }
        else if (RendererInfo.IsInteractive)
        {
            _job = job;
        }
        else
        {
            // Reloading the page must not post the form again.
            Navigation.NavigateTo(JobLink.Add(Services, Navigation, job, FormName));
        }
    }

    private void ShowUpload(FmeUploadProgress progress)
    {
        if (_isBusy && RendererInfo.IsInteractive)
        {
            _upload = progress;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private bool Check([NotNullWhen(true)] out IFmeRequest? request)
    {
        var reader = new FmeParameterReader(_state.VisibleValues(), _state.VisibleFiles());
        bool fits = TryRead(reader, out request, out IReadOnlyList<FmeValidationError> errors);
        Keep(errors);
        return fits && _problems.Count == 0;
    }

    private void Keep(IReadOnlyList<FmeValidationError> errors)
    {
        (string Parameter, string Message)[] faults = [.. _state.VisibleFaults()];
        IEnumerable<(string Parameter, string Message)> invalid =
            from error in errors
            where Array.TrueForAll(faults, fault => fault.Parameter != error.Parameter) && _workspace!.FindParameter(error.Parameter) is not null
            select (error.Parameter, FieldErrorText.From(_workspace!.FindParameter(error.Parameter)!, error));
        _problems = faults.Concat(invalid).Distinct().ToLookup(problem => problem.Parameter, problem => problem.Message);
    }

    private void ShowSummary()
    {
        _summary =
        [
            .. from parameter in _workspace!.Parameters from problem in _problems[parameter.Name] select (FieldOf(parameter), problem),
        ];
        _focusesSummary = RendererInfo.IsInteractive;
    }

    // After a change a person is told what is wrong with what was filled in so far, and not what is still to come.
    private void Changed(FmeParameterDescriptor parameter)
    {
        _touched.Add(parameter.Name);
        _ = Check(out _);
        if (_summary.Count > 0)
        {
            ShowSummary();
            _focusesSummary = false;
        }

        StateHasChanged();
    }

    private Task SetTextsAsync(FmeParameterDescriptor parameter, IReadOnlyList<string> texts)
    {
        _state.SetTexts(parameter, texts);
        Changed(parameter);
        return Task.CompletedTask;
    }

    private Task SetFilesAsync(FmeParameterDescriptor parameter, IReadOnlyList<IBrowserFile> files)
    {
        _chosen[parameter.Name] = files;
        string? fault = Bounds.FindFault([.. files.Select(file => (file.Name, file.Size))]);
        long most = MaximumFileSize;
        _state.SetFiles(parameter, fault is null ? [.. files.Select(file => FmeFile.FromFormFile(file.Name, () => file.OpenReadStream(most)))] : []);
        if (fault is not null)
        {
            _state.AddFault(parameter, fault);
        }

        Changed(parameter);
        return Task.CompletedTask;
    }

    private FmeFormField FieldOf(FmeParameterDescriptor parameter) => new(
        parameter, IdOf(parameter), texts => SetTextsAsync(parameter, texts), files => SetFilesAsync(parameter, files))
    {
        Help = HelpText.From(parameter, MaximumFileSize),
        Texts = parameter.Kind == FmeParameterKind.Secret ? [] : _state.TextsOf(parameter),
        Problems = _touched.Contains(parameter.Name) ? [.. _problems[parameter.Name]] : [],
        IsVisible = _state.IsVisible(parameter),
        ChosenFiles = _chosen.GetValueOrDefault(parameter.Name) ?? [],
    };

    // Names on the wire may hold blanks, which an id cannot.
    private string IdOf(FmeParameterDescriptor parameter) => $"fme-{Slug()}-{_workspace!.Parameters.Index().First(item => item.Item == parameter).Index}";

    private string Slug() => string.Concat($"{_workspace}{Name}".Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    // With a base element in the page, a mere fragment would lead to the start page.
    private string AddressOf(FmeFormField field) => $"{Navigation.Uri.Split('#')[0]}#{field.Id}";

    private void Return() => _job = null;
}
