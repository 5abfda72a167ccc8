// The standard resilience handler around the client: reads are retried, a submission is sent once, and if its response is
// lost, the client searches for its job. Runs against an emulator in this process that fails on purpose.
using FmeTyped;
using FmeTyped.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Resilience.Fme.Samples;

await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new() { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")] });
flow.OnRun<AustinDownload>(order => FmeJobOutcome.Success(("airports", 929)));

var services = new ServiceCollection();
services.AddFmeFlow(options =>
    {
        options.ServerUrl = flow.ServerUrl;
        options.Token = flow.Token;

        // Polls instead of one call that the server holds until the job has ended: this is about polls that fail.
        options.LongPollTime = TimeSpan.Zero;
    })
    .AddStandardResilienceHandler(resilience =>
    {
        resilience.Retry.DisableForUnsafeHttpMethods();
        resilience.Retry.Delay = TimeSpan.FromMilliseconds(50);
    });
await using ServiceProvider provider = services.BuildServiceProvider();
FmeFlowClient fme = provider.GetRequiredService<FmeFlowClient>();

// The server is unavailable for a moment: the handler polls the job again, and nobody notices.
flow.Faults.Add(FmeRequestKind.JobRecord, FmeFault.Status(503), count: 2);
FmeJobResult result = await fme.RunAsync(new AustinDownload());
int polls = flow.Requests.Count(request => request.Path.EndsWith($"/jobs/{result.Id}", StringComparison.Ordinal));
Console.WriteLine($"job {result.Id}: {result.Status}, after {polls} polls and {flow.Submissions.Count} submission");

// The connection breaks after the job was created. Sending again would create a second one.
flow.Faults.Add(FmeRequestKind.Submit, FmeFault.ResetAfterRequest);
try
{
    await fme.RunAsync(new AustinDownload());
    return 1;
}
catch (FmeSubmissionUnknownException unknown)
{
    FmeJob? job = await fme.FindSubmissionAsync(unknown);
    Console.WriteLine($"the response was lost; search: {(job is null ? "there is no job" : $"job {job.Id}")}");
    FmeJobResult found = await job!.WaitAsync();
    Console.WriteLine($"job {found.Id}: {found.Status}, after {flow.Submissions.Count} submissions in all");
}

return flow.Submissions.Count == 2 ? 0 : 1;
