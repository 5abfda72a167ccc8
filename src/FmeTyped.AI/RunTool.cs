using System.Text.Json;
using FmeTyped.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped.AI;

/// <summary>Runs a workspace: reads the arguments, submits a job at most once, and waits for it for a while.</summary>
internal sealed class RunTool : FmeTool
{
    private const string DownloadService = "fmedatadownload";
    private const int MostProblems = 30;
    private const int LongestTitle = 150;
    private const int LongestDescription = 400;

    private readonly string _statusTool;
    private readonly ToolParameters _parameters;
    private readonly FmeFlowClient _client;
    private readonly JobDesk _desk;
    private readonly FmeToolOptions _options;
    private readonly ArgumentReader _arguments;
    private readonly ILogger _logger;

    public RunTool(string name, string statusTool, ToolParameters parameters, FmeFlowClient client, JobDesk desk, FmeToolOptions options)
    {
        Name = name;
        _statusTool = statusTool;
        _parameters = parameters;
        _client = client;
        _desk = desk;
        _options = options;
        _arguments = new ArgumentReader(parameters, options);
        _logger = options.Logger ?? NullLogger.Instance;
        Description = Describe();
    }

    public override string Name { get; }

    public override string Description { get; }

    public override JsonElement JsonSchema => _parameters.Schema;

    public override FmeToolKind Kind => FmeToolKind.Run;

    private FmeWorkspaceDescriptor Workspace => _parameters.Workspace;

    public override async Task<FmeToolResult> CallAsync(IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        (IFmeRequest? request, IReadOnlyList<string> problems) = await _arguments.ReadAsync(arguments, cancellationToken).ConfigureAwait(false);
        if (request is null)
        {
            _logger.Refused(Workspace.ToString(), problems.Count);
            return NotRun($"No job was started, because the arguments are not valid. Mend all of this, and call again:\n{List(problems)}");
        }

        if (await _desk.ReserveAsync(cancellationToken).ConfigureAwait(false) is { } full)
        {
            _logger.Limited(Workspace.ToString());
            return NotRun($"No job was started. {full}");
        }

        (StartedJob? started, FmeToolResult? trouble) = await SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        return trouble ?? await WaitAsync(started!, cancellationToken).ConfigureAwait(false);
    }

    private static FmeToolResult NotRun(string text) => new(text, isError: true);

    private static string List(IReadOnlyList<string> problems) => string.Join(
        '\n', problems.Take(MostProblems).Select(problem => $"- {problem}"))
        + (problems.Count > MostProblems ? $"\n- and {problems.Count - MostProblems} more problems" : "");

    private async Task<(StartedJob? Started, FmeToolResult? Trouble)> SubmitAsync(IFmeRequest request, CancellationToken cancellationToken)
    {
        bool isPlaceUsed = false;
        try
        {
            FmeJob job = request is IFmeDataDownloadRequest download && Workspace.Services.Contains(DownloadService)
                ? await _client.SubmitDownloadAsync(download, _options.RunOptions, cancellationToken).ConfigureAwait(false)
                : await _client.SubmitAsync(request, _options.RunOptions, cancellationToken).ConfigureAwait(false);
            isPlaceUsed = true;
            _logger.Submitted(Workspace.ToString(), job.Id);
            return (_desk.Add(Workspace, job), null);
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            isPlaceUsed = true;
            Keep(unknown);
            string next = unknown.CorrelationKey is { } key
                ? $"Its key is {key}. Do not run it again before {_statusTool} with the job {key} has told you that no job was made."
                : "Do not run it again before the user has looked for it.";
            return (null, NotRun($"It is not known whether a job was started: the response was lost. {next}"));
        }
        catch (FmeOperationCanceledException cancelled)
        {
            if (cancelled.Submission is { } submission)
            {
                isPlaceUsed = true;
                Keep(submission);
            }

            throw;
        }
        catch (FmeValidationException invalid)
        {
            return (null, NotRun($"No job was started:\n{List([.. invalid.Errors.Select(error => DataText.Line(error.ToString(), LongestDescription))])}"));
        }
        catch (FmeException error)
        {
            // Whatever may have made a job is caught above.
            _logger.Failed(error, Workspace.ToString());
            return (null, NotRun($"No job was started. {TroubleText.From(error)}"));
        }
        finally
        {
            if (!isPlaceUsed)
            {
                _desk.Release();
            }
        }
    }

    private void Keep(FmeSubmissionUnknownException lost)
    {
        _logger.Lost(lost, Workspace.ToString(), lost.CorrelationKey);
        _desk.Add(Workspace, job: null, lost);
    }

    // From here on there is a job: whatever goes wrong, the model learns its id and not an error, which would invite a second one.
    private async Task<FmeToolResult> WaitAsync(StartedJob started, CancellationToken cancellationToken)
    {
        try
        {
            if (_options.WaitTime > TimeSpan.Zero)
            {
                var wait = new FmeWaitOptions { Timeout = _options.WaitTime, ThrowOnFailure = false, CancelJobOnCancellation = true };
                await started.Job!.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
            }

            (string text, bool hasFailed) =
                await JobReport.CreateAsync(started, _statusTool, _options, cancellationToken).ConfigureAwait(false);
            return new FmeToolResult(text, hasFailed);
        }
        catch (FmeWaitTimeoutException timeout)
        {
            return new FmeToolResult(JobReport.Active(started, timeout.LastRecord?.Status, _statusTool), isError: false);
        }
        catch (FmeException error)
        {
            _logger.Failed(error, Workspace.ToString());
            return new FmeToolResult(
                $"{started} was started, and how it stands is not known now. Do not run it again; ask {_statusTool} with the job {started.Id} later. "
                    + TroubleText.From(error),
                isError: true);
        }
    }

    private string Describe()
    {
        string title = DataText.Line(Workspace.Title, LongestTitle);
        string description = DataText.Line(Workspace.Description, LongestDescription);
        string[] parts =
        [
            title.Length == 0 || title.EndsWith('.') ? title : title + ".",
            description,
            $"Runs the workspace {DataText.Line(Workspace.ToString(), LongestTitle)} on FME Flow, as a job, each time it is called.",
            _options.WaitTime > TimeSpan.Zero
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"A job that takes longer than {_options.WaitTime.TotalSeconds} seconds goes on, and {_statusTool} tells how it ended.")
                : $"It does not wait for the job: {_statusTool} tells how it ended.",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
