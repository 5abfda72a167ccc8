// A language model that runs a workspace: it gets a value wrong, reads what is wrong, and mends it.
// The model is a script and FME Flow an emulator, both in this process.
using Assistant;
using Assistant.Fme.Planning;
using FmeTyped;
using FmeTyped.Testing;
using Microsoft.Extensions.AI;

await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new() { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")] });
flow.OnRun<ParcelReport>(report => FmeJobOutcome.Success(("Neighbours", report.Distance == 500 ? 12 : 0)));
using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = flow.ServerUrl, Token = flow.Token });

// A real model is one other line here, such as: IChatClient model = new OllamaApiClient("http://localhost:11434", "llama3.2");
IChatClient model = new ScriptedModel();

using IChatClient chat = model.AsBuilder().UseFunctionInvocation().Build();
var options = new ChatOptions { Tools = [.. FmeTools.For<ParcelReport>(fme, new FmeToolOptions { MaximumJobsAtOnce = 1, MaximumJobsADay = 20 })] };
var question = new ChatMessage(ChatRole.User, "What lies within 900 m of the parcel 17/4?");
Console.WriteLine($"user: {question.Text}");

ChatResponse response = await chat.GetResponseAsync([question], options);
foreach (AIContent content in response.Messages.SelectMany(message => message.Contents))
{
    Console.WriteLine(content switch
    {
        FunctionCallContent call => $"model calls {call.Name}: {string.Join(", ", call.Arguments!.Select(argument => $"{argument.Key} = {argument.Value}"))}",
        FunctionResultContent result => $"tool: {result.Result}",
        _ => $"model: {content}",
    });
}

return flow.Submissions.Count == 1 && response.Text.Contains("12 features") ? 0 : 1;
