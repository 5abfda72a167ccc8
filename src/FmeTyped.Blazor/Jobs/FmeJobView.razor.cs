using FmeTyped.Blazor.Forms;
using FmeTyped.Blazor.Resources;
using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor;

/// <summary>Shows a job: where it stands, and in the end its outcome, what went wrong, its log, and its result for download.</summary>
public partial class FmeJobView : ComponentBase
{
    private FmeJobRecord? _first;
    private string? _failure;

    /// <summary>The job.</summary>
    [Parameter, EditorRequired]
    public FmeJob Job { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_first?.Id == Job.Id)
        {
            return;
        }

        try
        {
            _first = await Job.GetRecordAsync();
        }
        catch (FmeNotFoundException)
        {
            _failure = FormText.Get("JobNotFound");
        }
        catch (FmeException failed)
        {
            _failure = ShownText.From(failed.Message);
        }
    }
}
