using FmeTyped.Blazor.Forms;
using FmeTyped.Blazor.Jobs;
using FmeTyped.Blazor.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Blazor;

/// <summary>Shows a job: where it stands, and in the end its outcome, what went wrong, its log, and its result for download.</summary>
public partial class FmeJobView : ComponentBase
{
    private FmeJob? _job;
    private FmeJobRecord? _first;
    private string? _failure;

    /// <summary>The job; null if <see cref="Link"/> says which.</summary>
    [Parameter]
    public FmeJob? Job { get; set; }

    /// <summary>The text of <see cref="FmeJobLink"/> in the address of the page; null if <see cref="Job"/> says which job.</summary>
    [Parameter]
    public string? Link { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        try
        {
            if ((Job ?? FromLink()) is not { } job)
            {
                (_job, _first, _failure) = (null, null, FormText.Get("JobNotFound"));
            }
            else if (job.Id != _job?.Id)
            {
                (_job, _first, _failure) = (job, null, null);
                _first = await job.GetRecordAsync();
            }
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

    private FmeJob? FromLink() =>
        Link is null ? null : JobLink.Find(Services, Services.GetRequiredService<FmeFlowClient>(), Link, FmeJobLink.Purpose);
}
