Imports System
Imports System.IO
Imports System.Threading.Tasks
Imports FmeTyped
Imports FmeTyped.Testing
Imports MyApp
Imports MyApp.Fme.Planning

Module Program
    Async Function ReportAsync(fme As FmeFlowClient) As Task(Of String)
        Dim request = Reports.For("17/4", 300)
        Dim result = Await fme.RunAsync(request)
        Return $"{result.Status}: {result.FeatureCount} features"
    End Function

    Async Function RunAsync() As Task
        Dim schema = Path.Combine(AppContext.BaseDirectory, "workspaces.json")
        Dim flow = Await FmeFlowEmulator.StartAsync(New FmeFlowEmulatorOptions With {.SchemaFiles = {schema}})
        flow.OnRun(Of ParcelReport)(Function(report) FmeJobOutcome.Success(("sheets", report.Distance.Value \ 100L)))
        Using fme = Reports.Connect(flow.ServerUrl, flow.Token)
            Console.WriteLine(Await ReportAsync(fme))
        End Using

        Await flow.DisposeAsync()
    End Function

    Sub Main()
        RunAsync().GetAwaiter().GetResult()
    End Sub
End Module
