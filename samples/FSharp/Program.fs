open FmeTyped
open MyApp.Fme.Planning

let report (fme: FmeFlowClient) =
    task {
        let request = ParcelReport(ParcelId = "17/4", PaperSize = ParcelReport.PaperSizeOption.A3, Distance = 300L)
        let! result = fme.RunAsync request
        return $"{result.Status}: {result.FeatureCount} features"
    }

// The rest plays the server.
open System
open System.IO
open FmeTyped.Testing

let run () =
    task {
        let! flow = FmeFlowEmulator.StartAsync(FmeFlowEmulatorOptions(SchemaFiles = [| Path.Combine(AppContext.BaseDirectory, "workspaces.json") |]))
        flow.OnRun<ParcelReport>(fun report -> FmeJobOutcome.Success(struct ("sheets", report.Distance.Value / 100L)))
        use fme = new FmeFlowClient(FmeFlowOptions(ServerUrl = flow.ServerUrl, Token = flow.Token))
        let! text = report fme
        printfn "%s" text
        do! flow.DisposeAsync()
    }

run().GetAwaiter().GetResult()
